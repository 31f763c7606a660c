package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.item.Words;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The issues that carry certain labels, open or closed. While nothing changes a list is one
 * conditional request of the hundred that changed last. What leaves a later page leaves that one as
 * it is, so that the whole list is read again each hour.
 */
final class IssueShelf implements Shelf {
  private static final Duration WHOLE = Duration.ofHours(1);
  private static final int LARGEST = 2_000_000;
  private static final Pattern PATH = Pattern.compile("issues/(\\d{1,9})");

  private final GitHubApi api;
  private final String source;
  private final List<String> labels;
  private final RepositoryFacts facts;
  private String etag = "";
  private Instant wholeAt = Instant.MIN;
  private List<Entry> entries = List.of();

  /**
   * The issues with all of these labels.
   *
   * @param source the name of the source
   */
  IssueShelf(GitHubApi api, String source, List<String> labels) {
    this.api = requireNonNull(api, "api is null");
    this.source = requireNonNull(source, "source is null");
    this.labels = List.copyOf(labels);
    this.facts = new RepositoryFacts(api);
  }

  @Override
  public boolean isPublic() {
    return facts.isPublic();
  }

  @Override
  public List<Entry> list() {
    boolean isDue = api.now().isAfter(wholeAt.plus(WHOLE));
    HttpCall call = HttpCall.get("list issues", address());
    Reply first = api.exchange(isDue || etag.isEmpty() ? call : call.with("If-None-Match", etag));
    if (first.status() == 304) {
      return entries;
    }
    if (!first.isSuccess()) {
      throw api.repositoryFailure(first);
    }
    List<JsonNode> rows = new ArrayList<>();
    api.pages(
        first,
        page -> {
          rows.addAll(page);
          return true;
        });
    entries =
        rows.stream()
            .filter(row -> !IssueReader.isPullRequest(row))
            .collect(Collectors.toMap(IssueReader::number, IssueShelf::version, (a, b) -> a))
            .entrySet()
            .stream()
            .map(each -> new Entry("issues/" + each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(Entry::path))
            .toList();
    etag = first.header("ETag").orElse("");
    wholeAt = api.now();
    return entries;
  }

  @Override
  public PostmortemDocument read(Entry entry, String shown) {
    JsonNode issue =
        find(entry.path())
            .orElseThrow(
                () ->
                    new SourceException(
                        shown + " of " + api.home() + " was deleted or moved meanwhile", null));
    String path = address(entry.path()).path() + "/comments?per_page=" + GitHubApi.PAGE;
    List<JsonNode> comments =
        issue.path("comments").asInt(1) == 0 ? List.of() : api.rows("read comments", path);
    String text = IssueText.of(issue, comments);
    if (text.length() > LARGEST) {
      throw new SourceException(
          shown + " and its comments are longer than 2 million signs: it is no postmortem", null);
    }
    return new PostmortemDocument(
        source,
        shown,
        text,
        entry.version(),
        Fields.instant(issue, "created_at"),
        Fields.instant(issue, "updated_at").orElse(api.now()),
        Fields.optionalText(issue, "html_url"),
        Set.copyOf(IssueReader.labels(issue)),
        false);
  }

  /** A list may lag: whoever is not in it is looked at. */
  @Override
  public boolean isGone(String path) {
    Optional<JsonNode> issue = find(path);
    Set<String> present =
        issue.map(IssueReader::labels).orElse(List.of()).stream()
            .map(label -> label.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return issue.isEmpty()
        || !labels.stream().allMatch(label -> present.contains(label.toLowerCase(Locale.ROOT)));
  }

  private Optional<JsonNode> find(String path) {
    IssueAddress address = address(path);
    Reply reply = api.exchange(HttpCall.get("read " + path, address.path()));
    if (!reply.isSuccess()) {
      TrackerException failure = api.ticketFailure(reply, address);
      if (failure.kind() == FailureKind.GONE) {
        return Optional.empty();
      }
      throw failure;
    }
    JsonNode issue = GitHubApi.object(reply);
    return Optional.of(issue).filter(there -> IssueReader.number(there) == address.number());
  }

  private IssueAddress address(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw new SourceException(path + " is no issue of " + api.home(), null);
    }
    return new IssueAddress(api.home(), Integer.parseInt(matcher.group(1)));
  }

  private String address() {
    String all =
        labels.isEmpty()
            ? ""
            : "&labels=" + labels.stream().map(HttpCall::encode).collect(Collectors.joining(","));
    return api.home().path()
        + "/issues?state=all&sort=updated&direction=desc&per_page="
        + GitHubApi.PAGE
        + all;
  }

  /** All that a reader sees: GitHub's own instant has the grain of a second. */
  private static String version(JsonNode issue) {
    return Words.fingerprint(
        Fields.text(issue, "updated_at"),
        Fields.text(issue, "title"),
        Fields.text(issue, "body"),
        Fields.text(issue, "state"),
        issue.path("comments").asText(""),
        String.join("\n", IssueReader.labels(issue)));
  }
}
