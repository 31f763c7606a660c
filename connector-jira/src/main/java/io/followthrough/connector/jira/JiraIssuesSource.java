package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Issues that a query finds, read as postmortems, on Cloud and on a Data Center. A document is
 * known by its issue's id, so that a moved issue stays the same document. Comments that only some
 * may read are left out; an issue with a security level is restricted. Which of them strangers may
 * see can't be found out: it is private unless the configuration says otherwise.
 */
final class JiraIssuesSource implements DocumentSource {
  private static final String FIELDS =
      "summary,description,comment,created,updated,labels,priority,components,assignee,security";

  /** Filled on a Data Center alone; what is archived is in no index. */
  private static final String ARCHIVED = "archiveddate";

  private static final int MOST_COMMENTS = 2_000;

  private final SourceSettings settings;
  private final SourceSite site;
  private final IssueSearch search;

  /**
   * A source, without any call to it.
   *
   * @throws IllegalArgumentException where a setting is wrong
   */
  JiraIssuesSource(SourceSettings settings, HttpSettings http) {
    this.settings = settings;
    this.site = new SourceSite(settings, http, Product.JIRA);
    this.search = new IssueSearch(site, settings.required("jql"));
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public boolean isPrivate() {
    return settings.isPrivate().orElse(true);
  }

  @Override
  public List<Entry> list() {
    List<Entry> entries = new ArrayList<>();
    search.all().forEach((id, updated) -> entries.add(new Entry(path(id), updated)));
    return entries;
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    JsonNode issue =
        issue(id(entry.path()), FIELDS)
            .orElseThrow(
                () ->
                    site.failure(
                        "issue "
                            + id(entry.path())
                            + " is gone, or may no longer be read by this account"));
    JsonNode fields = issue.path("fields");
    Instant updated =
        Times.instant(fields.path("updated").asText(""))
            .orElseThrow(() -> site.failure("read issue: an issue without `updated`"));
    Set<String> labels = new HashSet<>();
    fields.path("labels").forEach(label -> labels.add(label.asText("")));
    return new PostmortemDocument(
        name(),
        entry.path(),
        IssueDocument.of(site.edition(), issue, comments(issue)),
        entry.version(),
        Times.instant(fields.path("created").asText("")),
        updated,
        Optional.of(site.url() + "/browse/" + HttpCall.encode(issue.path("key").asText(""))),
        labels,
        fields.path("security").isObject());
  }

  @Override
  public boolean isGone(String path) {
    String id = id(path);
    Optional<JsonNode> issue = issue(id, "updated," + ARCHIVED);
    if (issue.isEmpty() || issue.get().path("fields").hasNonNull(ARCHIVED)) {
      return true;
    }
    Optional<Instant> updated = JiraFields.instant(issue.get().path("fields"), "updated");
    return updated.filter(at -> search.knows(id, at)).isPresent() && !search.finds(id);
  }

  @Override
  public List<CheckFinding> check() {
    int documents = list().size();
    return List.of(
        new CheckFinding(Level.OK, "token", "belongs to " + site.account()),
        documents == 0
            ? new CheckFinding(Level.WARNING, "documents", "none; is `jql` right?")
            : new CheckFinding(Level.OK, "documents", documents + " found"),
        new CheckFinding(Level.OK, "visibility", isPrivate() ? "private" : "public"));
  }

  @Override
  public void close() {
    site.close();
  }

  private Optional<JsonNode> issue(String id, String fields) {
    return site.find(
        HttpCall.get("read issue", issues() + HttpCall.encode(id) + "?fields=" + fields));
  }

  private String issues() {
    return site.edition() == Edition.CLOUD ? "/rest/api/3/issue/" : "/rest/api/2/issue/";
  }

  /** Every comment that whoever sees the issue may read, the oldest first. */
  private List<JsonNode> comments(JsonNode issue) {
    JsonNode page = issue.path("fields").path("comment");
    int total = Math.min(MOST_COMMENTS, page.path("total").asInt(0));
    List<JsonNode> comments = new ArrayList<>();
    page.path("comments").forEach(comments::add);
    int start = comments.size();
    while (start < total) {
      JsonNode next =
          site.get(
              HttpCall.get(
                  "read comments",
                  issues()
                      + HttpCall.encode(issue.path("id").asText(""))
                      + ("/comment?startAt=" + start + "&maxResults=100&orderBy=created")));
      if (next.path("comments").isEmpty()) {
        break;
      }
      next.path("comments").forEach(comments::add);
      start += next.path("comments").size();
    }
    comments.removeIf(comment -> comment.path("visibility").isObject());
    return comments;
  }

  private String path(String id) {
    return id + IssueDocument.ending(site.edition());
  }

  private static String id(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
