package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What changed, by one search for all projects of a site.
 *
 * <ul>
 *   <li>The instant is written as milliseconds since 1970: a date is read in the time zone of the
 *       token's owner, and an account west of Greenwich would ask for the future.
 *   <li>The index lags, and not for all issues alike. So each search goes back by an overlap, and
 *       what was told already is known by its id and time.
 *   <li>Comments come with their issues; where an issue has more than came, they are read newest
 *       first until they are old.
 * </ul>
 */
final class Poll {
  private static final String OPERATION = "read changes";

  /**
   * Some databases of Data Centers keep whole seconds: what changed this moment may change again
   * without showing it, and is told once more.
   */
  private static final Duration SAME_INSTANT = Duration.ofMinutes(1);

  private final JiraApi api;
  private final Search search;
  private final IssueReader reader;
  private final SiteWatch.Registry registry;
  private final String label;
  private final Duration overlap;

  /**
   * A poll.
   *
   * @param label of every ticket of the installation, by which those in other projects are seen
   * @param overlap how far the index may lag
   */
  Poll(
      JiraApi api,
      Search search,
      IssueReader reader,
      SiteWatch.Registry registry,
      String label,
      Duration overlap) {
    this.api = requireNonNull(api, "api is null");
    this.search = requireNonNull(search, "search is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.registry = requireNonNull(registry, "registry is null");
    this.label = requireNonNull(label, "label is null");
    this.overlap = requireNonNull(overlap, "overlap is null");
  }

  Batch since(Cursor cursor) {
    PollCursor at = PollCursor.read(cursor, overlap);
    SiteAccess access = api.site().access();
    List<JsonNode> issues = ask(access, at.since());
    Instant newest =
        issues.stream().map(Search::updatedAt).max(Instant::compareTo).orElse(Instant.MIN);
    Instant next = later(at.since(), newest.equals(Instant.MIN) ? newest : newest.minus(overlap));
    List<Ticket> tickets = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    Map<String, Long> told = new HashMap<>();
    Instant settled = api.now().minus(SAME_INSTANT);
    for (JsonNode issue : issues) {
      Instant updated = Search.updatedAt(issue);
      if (updated.isBefore(at.since()) || !isOurs(access, issue)) {
        continue;
      }
      if (!updated.isBefore(next) && updated.isBefore(settled)) {
        told.put(JiraFields.id(issue), updated.toEpochMilli());
      }
      if (at.told().getOrDefault(JiraFields.id(issue), 0L) != updated.toEpochMilli()) {
        tickets.add(reader.ticket(issue));
        comments.addAll(comments(issue, at.since()));
      }
    }
    return new Batch(tickets, comments, new PollCursor(next, told).write(cursor.from()), false);
  }

  private List<JsonNode> ask(SiteAccess access, Instant since) {
    try {
      return registry.watch(access).since(api.project(), since, api.now(), this::ask).issues();
    } catch (Search.Refused e) {
      // A query that was always taken is refused when its project is out of sight.
      api.site().checkIsNotAnonymous(e.reply());
      Reply project =
          api.exchange(HttpCall.get(OPERATION, "/project/" + HttpCall.encode(api.project())));
      throw project.isSuccess()
          ? api.failure(e.reply())
          : api.projectFailure(project, api.project());
    }
  }

  private List<JsonNode> ask(Set<String> projects, Instant since) {
    String what =
        "(project in (" + SiteWatch.list(projects) + ") OR labels = " + Search.quoted(label) + ")";
    Function<Instant, String> jql =
        from -> what + " AND updated >= " + from.toEpochMilli() + " ORDER BY updated ASC, key ASC";
    List<String> fields = new ArrayList<>(reader.fields());
    fields.add("comment");
    return search.changes(OPERATION, jql, since, fields);
  }

  /** True for this tracker's project, and for what of ours is in a project of no tracker. */
  private boolean isOurs(SiteAccess access, JsonNode issue) {
    String project = Fields.text(issue.path("fields").path("project"), "key");
    return !registry.isAnothers(access.url(), api.project(), project);
  }

  private List<Comment> comments(JsonNode issue, Instant since) {
    JsonNode container = issue.path("fields").path("comment");
    TicketRef ref = reader.ref(issue);
    List<JsonNode> rows = JiraFields.list(container.path("comments"));
    boolean whole = container.path("total").asInt(rows.size()) <= rows.size();
    return (whole ? rows : newest(ref, since))
        .stream()
            .filter(comment -> !createdAt(comment).isBefore(since))
            .map(comment -> reader.comment(comment, ref))
            .toList();
  }

  private List<JsonNode> newest(TicketRef ref, Instant since) {
    List<JsonNode> rows = new ArrayList<>();
    while (true) {
      String page =
          "/comment?orderBy=-created&startAt=" + rows.size() + "&maxResults=" + JiraApi.PAGE;
      JsonNode json = api.get("read comments", "/issue/" + ref.id() + page, ref).json();
      List<JsonNode> more = JiraFields.list(json.path("comments"));
      rows.addAll(more);
      boolean old = more.stream().anyMatch(comment -> createdAt(comment).isBefore(since));
      if (more.isEmpty() || old || rows.size() >= json.path("total").asInt(0)) {
        return rows;
      }
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant createdAt(JsonNode comment) {
    return JiraFields.instant(comment, "created").orElse(Instant.EPOCH);
  }
}
