package io.followthrough.connector.github;

import io.followthrough.connector.github.StubIssue.StubComment;
import io.followthrough.connector.github.StubIssue.StubEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the stub of GitHub remembers. Guarded by the stub. */
final class StubWorld {
  final InstantSource clock;
  final Instant start;
  final List<StubRepository> repositories = new ArrayList<>();
  final Set<String> users = new LinkedHashSet<>();
  final StubEdition edition;
  final StubApp app = new StubApp();
  String server = "";
  boolean hasSubIssues = true;
  boolean refusesUnknownTypes;
  boolean keepsLimits;
  int refusals;
  private final List<Instant> writes = new ArrayList<>();
  boolean knowsVersion = true;
  boolean knowsEtags = true;
  Optional<Instant> tokenEnds = Optional.empty();
  String token = GitHubStub.TOKEN;
  String bot = GitHubStub.BOT;
  boolean singularAssignee = true;
  Duration listLag = Duration.ZERO;
  int hiddenReads;
  private long ids = 7_000_000_000L;

  StubWorld(InstantSource clock, StubEdition edition) {
    this.clock = clock;
    this.edition = edition;
    this.start = StubRoutes.seconds(clock.instant());
  }

  StubJson json() {
    return new StubJson(base(), server, singularAssignee);
  }

  /** The API's address. */
  String base() {
    return server + edition.prefix;
  }

  boolean accepts(String presented) {
    return presented.equals(token) || app.accepts(presented, now());
  }

  Instant now() {
    return StubRoutes.seconds(clock.instant());
  }

  long nextId() {
    return ++ids;
  }

  Optional<StubRepository> named(String slug) {
    return repositories.stream()
        .filter(r -> r.slug().equalsIgnoreCase(slug) || r.formerly.contains(slug))
        .findFirst();
  }

  Optional<StubRepository> byId(String id) {
    return repositories.stream().filter(r -> Long.toString(r.id).equals(id)).findFirst();
  }

  /** What every reply says; an Enterprise Server has no limits unless it is told to. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    if (edition == StubEdition.CLOUD) {
      headers.putAll(StubJson.limits(now()));
    }
    tokenEnds.ifPresent(
        end ->
            headers.put(
                "github-authentication-token-expiration",
                end.toString().replace("T", " ").replace("Z", " UTC")));
    return headers;
  }

  /**
   * Counts a write where the limits on content are kept.
   *
   * @return the refusal where there were 80 in the minute or 500 in the hour before
   */
  Optional<StubReply> limit() {
    Instant now = clock.instant();
    writes.removeIf(at -> !at.isAfter(now.minus(Duration.ofHours(1))));
    long minute = writes.stream().filter(at -> at.isAfter(now.minusSeconds(60))).count();
    if (keepsLimits && (minute >= 80 || writes.size() >= 500)) {
      refusals++;
      return Optional.of(
          StubReply.message(403, "You have exceeded a secondary rate limit.")
              .with("Retry-After", "60"));
    }
    writes.add(now);
    return Optional.empty();
  }

  StubIssue open(StubRepository repository, String author, boolean pullRequest) {
    StubIssue issue = new StubIssue(repository.nextNumber(), nextId(), author, now(), pullRequest);
    issue.listedFrom = clock.instant().plus(listLag);
    issue.hiddenReads = hiddenReads;
    repository.issues.put(issue.number, issue);
    return issue;
  }

  StubComment comment(StubIssue issue, String author, String body) {
    StubComment comment = new StubComment(nextId(), author, now(), body);
    issue.comments.add(comment);
    issue.updatedAt = now();
    return comment;
  }

  /** Closes or re-opens. */
  void turn(StubIssue issue, String actor, String state, String reason) {
    boolean closes = state.equals("closed");
    issue.state = state;
    issue.reason = Optional.of(closes ? reason : "reopened").filter(r -> !r.isEmpty());
    issue.closedAt = closes ? Optional.of(now()) : Optional.empty();
    issue.closedBy = closes ? Optional.of(actor) : Optional.empty();
    issue.updatedAt = now();
    issue.events.add(
        new StubEvent(
            nextId(),
            closes ? "closed" : "reopened",
            actor,
            now(),
            issue.reason,
            Optional.empty(),
            Optional.empty()));
  }
}
