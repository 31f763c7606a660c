package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.item.Words;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed in the repository, in as few requests as can be.
 *
 * <ul>
 *   <li>While nothing changes a poll is one conditional request, answered 304, which is free of
 *       GitHub's primary limit: the address stays the same, {@code since} included.
 *   <li>The list is asked newest change first. So any change is on its first page, whose ETag
 *       therefore tells of all; and what moves while we turn pages is seen twice instead of never,
 *       as it would be oldest first.
 *   <li>After k changes it is one request for each hundred, then one for the comments of the
 *       repository. Where only pull requests changed there is none for comments.
 *   <li>What changed in the last minutes may not be all there yet (GitHub reads from replicas). So
 *       the next poll asks for the first page and the comments once more; only then is it quiet.
 *   <li>An ETag belongs to the token that it was given to, and an App's token lasts an hour. With a
 *       new one the list is asked for its last minutes, not again for all since {@code since}.
 *   <li>{@code since} moves when the first page is half full: that costs one poll without ETag.
 * </ul>
 */
final class Poll {
  private static final String OPERATION = "read changes";
  private static final int HALF_A_PAGE = GitHubApi.PAGE / 2;
  private static final Pattern COMMENTED_ISSUE = Pattern.compile(".*/issues/(\\d{1,9})");

  private final GitHubApi api;
  private final IssueReader reader;

  Poll(GitHubApi api, IssueReader reader) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
  }

  Batch since(Cursor cursor) {
    String token = api.credential().print();
    PollCursor at = PollCursor.read(cursor).seenBy(token);
    Reply first = ask(at);
    if (first.status() == 304) {
      return new Batch(List.of(), List.of(), cursor, false);
    }
    List<JsonNode> rows = new ArrayList<>();
    boolean[] news = {false};
    api.pages(
        first,
        page -> {
          if (rows.isEmpty()) {
            news[0] = !print(page, at.since()).equals(at.print());
          }
          rows.addAll(page);
          return news[0];
        });
    boolean quiet = at.settled() && !news[0];
    List<Comment> comments = quiet || issues(rows).isEmpty() ? List.of() : comments(at.comments());
    PollCursor next = next(at, token, first, rows, news[0]);
    return new Batch(
        quiet
            ? List.of()
            : issues(rows).stream().map(issue -> reader.ticket(issue, api.home())).toList(),
        comments,
        next.write(cursor.from()),
        false);
  }

  private Reply ask(PollCursor at) {
    HttpCall call =
        HttpCall.get(
            OPERATION,
            api.home().path()
                + "/issues?state=all&since="
                + at.since()
                + "&sort=updated&direction=desc&per_page="
                + GitHubApi.PAGE);
    Reply reply = api.exchange(at.etag().isEmpty() ? call : call.with("If-None-Match", at.etag()));
    if (!reply.isSuccess() && reply.status() != 304) {
      throw api.repositoryFailure(reply);
    }
    return reply;
  }

  private PollCursor next(
      PollCursor at, String token, Reply first, List<JsonNode> rows, boolean news) {
    Instant newest =
        rows.stream().map(Poll::updatedAt).max(Comparator.naturalOrder()).orElse(at.since());
    Instant overlap = newest.minus(PollCursor.OVERLAP);
    boolean moves = rows.size() >= HALF_A_PAGE && overlap.isAfter(at.since());
    Instant since = moves ? overlap : at.since();
    boolean settled = !news || newest.isBefore(api.now().minus(PollCursor.OVERLAP));
    Instant lastComments =
        issues(rows).isEmpty() || overlap.isBefore(at.comments()) ? at.comments() : overlap;
    List<JsonNode> page = rows.subList(0, Math.min(GitHubApi.PAGE, rows.size()));
    Instant narrow = overlap.isAfter(since) ? overlap : since;
    return new PollCursor(
        since,
        moves || !settled ? "" : first.header("ETag").orElse(""),
        print(page, since),
        narrow,
        print(page, narrow),
        token,
        lastComments,
        settled);
  }

  private List<Comment> comments(Instant since) {
    String path =
        api.home().path()
            + "/issues/comments?since="
            + since
            + "&sort=updated&direction=desc&per_page="
            + GitHubApi.PAGE;
    List<Comment> comments = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode comment : api.rows("read comments", path)) {
      Matcher issue = COMMENTED_ISSUE.matcher(Fields.text(comment, "issue_url"));
      boolean onPullRequest = Fields.text(comment, "html_url").contains("/pull/");
      if (issue.matches() && !onPullRequest && seen.add(comment.path("id").asText(""))) {
        comments.add(reader.comment(comment, issue.group(1)));
      }
    }
    return comments;
  }

  private static List<JsonNode> issues(List<JsonNode> rows) {
    Set<Integer> seen = new HashSet<>();
    return rows.stream()
        .filter(row -> !IssueReader.isPullRequest(row))
        .filter(row -> seen.add(IssueReader.number(row)))
        .toList();
  }

  /** The issues of a page that a poll since then would show, and when each changed. */
  private static String print(List<JsonNode> page, Instant since) {
    String[] parts =
        page.stream()
            .filter(row -> !IssueReader.isPullRequest(row) && !updatedAt(row).isBefore(since))
            .map(row -> IssueReader.number(row) + "@" + Fields.text(row, "updated_at"))
            .toArray(String[]::new);
    return Optional.of(parts).filter(p -> p.length > 0).map(Words::fingerprint).orElse("");
  }

  private static Instant updatedAt(JsonNode row) {
    return Fields.instant(row, "updated_at").orElse(Instant.EPOCH);
  }
}
