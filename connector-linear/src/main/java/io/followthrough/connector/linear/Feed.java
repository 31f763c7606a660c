package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The changes of one workspace, read once for all the trackers that are teams of it. Whoever asks
 * first has them read; the others, a moment later, get the same.
 *
 * <p>Linear gives the newest change first and has no other order, so the window is read to its end
 * before anybody's cursor moves. What changes meanwhile moves to the front, where the next reading
 * begins.
 */
final class Feed {
  /** Trackers of one round ask within moments; whoever comes later has it read anew. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private static final int MOST_PAGES = 400;

  private final Map<String, Instant> readers = new HashMap<>();
  private final AtomicLong count;
  private Optional<Changes> last = Optional.empty();

  /**
   * A feed that has read nothing.
   *
   * @param count of the readings of all feeds
   */
  Feed(AtomicLong count) {
    this.count = requireNonNull(count, "count is null");
  }

  /**
   * The changes since an instant, or since before it.
   *
   * @param reader who asks
   * @param seen the number of the changes that the reader got last
   */
  synchronized Changes since(LinearApi api, String reader, Instant since, long seen) {
    requireNonNull(reader, "reader is null");
    readers.put(reader, since);
    Instant now = api.now();
    Optional<Changes> there =
        last.filter(changes -> changes.number() > seen)
            .filter(changes -> !changes.since().isAfter(since))
            .filter(changes -> !now.isAfter(changes.readAt().plus(FRESH)));
    if (there.isPresent()) {
      return there.get();
    }
    Instant earliest = readers.values().stream().min(Instant::compareTo).orElse(since);
    // One that has not asked for long holds nobody else back.
    Instant from = earliest.isBefore(since.minus(Duration.ofHours(1))) ? since : earliest;
    Changes read = read(api, from, now);
    last = Optional.of(read);
    return read;
  }

  private Changes read(LinearApi api, Instant since, Instant now) {
    List<JsonNode> issues = new ArrayList<>();
    List<JsonNode> comments = new ArrayList<>();
    Optional<String> issuesAfter = Optional.empty();
    Optional<String> commentsAfter = Optional.empty();
    boolean withIssues = true;
    boolean withComments = true;
    boolean whole = true;
    for (int page = 0; withIssues || withComments; page++) {
      if (page == MOST_PAGES) {
        throw new TrackerException(
            FailureKind.BROKEN,
            Operation.READ_CHANGES.does(),
            "more than " + MOST_PAGES + " pages changed since " + since);
      }
      ObjectNode variables =
          Json.object()
              .put("since", since.toString())
              .put("withIssues", withIssues)
              .put("withComments", withComments);
      issuesAfter.ifPresent(cursor -> variables.put("issuesAfter", cursor));
      commentsAfter.ifPresent(cursor -> variables.put("commentsAfter", cursor));
      LinearApi.Answer answer = api.ask(Operation.READ_CHANGES, variables);
      whole &= answer.whole();
      if (withIssues) {
        JsonNode connection = answer.data().path("issues");
        issues.addAll(LinearApi.nodes(connection));
        issuesAfter = LinearApi.next(connection, issuesAfter);
        withIssues = issuesAfter.isPresent();
      }
      if (withComments) {
        JsonNode connection = answer.data().path("comments");
        comments.addAll(LinearApi.nodes(connection));
        commentsAfter = LinearApi.next(connection, commentsAfter);
        withComments = commentsAfter.isPresent();
      }
    }
    return new Changes(count.incrementAndGet(), since, now, issues, comments, whole);
  }
}
