package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What changed for a tracker: all that changed in its workspace. Tickets that moved to another team
 * are among it, archived and trashed ones too; whoever mirrors knows which are theirs.
 */
final class Poll {
  private final LinearApi api;
  private final IssueReader reader;
  private final Supplier<Feed> feed;
  private final String tracker;
  private volatile long seen;

  /**
   * A poll.
   *
   * @param feed the feed of the workspace, by the key that is valid now
   * @param tracker the tracker's name
   */
  Poll(LinearApi api, IssueReader reader, Supplier<Feed> feed, String tracker) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.feed = requireNonNull(feed, "feed is null");
    this.tracker = requireNonNull(tracker, "tracker is null");
  }

  Batch since(Cursor cursor) {
    PollCursor at = PollCursor.read(cursor);
    Changes changes = feed.get().since(api, tracker, at.since(), seen);
    seen = changes.number();
    List<JsonNode> issues = since(changes.issues(), at.since());
    List<JsonNode> comments = since(changes.comments(), at.since());
    List<Ticket> tickets =
        issues.stream().filter(issue -> isNews(issue, at)).map(reader::ticket).toList();
    List<Comment> said =
        comments.stream().filter(comment -> isNews(comment, at)).map(reader::comment).toList();
    // What Linear could not give is asked for again; what it gave is told.
    Cursor next =
        changes.whole() ? next(at, issues, comments).write(cursor.from()) : at.write(cursor.from());
    return new Batch(tickets, said, next, false);
  }

  private static PollCursor next(PollCursor at, List<JsonNode> issues, List<JsonNode> comments) {
    Instant newest =
        Stream.concat(issues.stream(), comments.stream())
            .map(Poll::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(at.since());
    Instant overlap = newest.minus(PollCursor.OVERLAP);
    Instant since = overlap.isAfter(at.since()) ? overlap : at.since();
    Set<String> told = new HashSet<>();
    Stream.concat(issues.stream(), comments.stream())
        .filter(node -> !updatedAt(node).isBefore(since))
        .map(PollCursor::print)
        .forEach(told::add);
    return new PollCursor(since, told);
  }

  private static List<JsonNode> since(List<JsonNode> nodes, Instant since) {
    Set<String> ids = new HashSet<>();
    return nodes.stream()
        .filter(node -> !updatedAt(node).isBefore(since))
        .filter(node -> ids.add(Fields.text(node, "id")))
        .toList();
  }

  private static boolean isNews(JsonNode node, PollCursor at) {
    return !at.told().contains(PollCursor.print(node));
  }

  private static Instant updatedAt(JsonNode node) {
    return Fields.instant(node, "updatedAt").orElse(Instant.EPOCH);
  }
}
