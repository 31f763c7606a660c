package io.followthrough.sync;

import io.followthrough.tracker.Account;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Transition;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A tracker whose reads are tried again, whose writes keep their pace and are never repeated, and
 * that is left alone for a while after it failed often. The only place of retries, limits and
 * breakers.
 */
public final class ResilientTracker extends ForwardingTracker {
  /** A write waits no longer for its turn. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int READS = 3;
  private static final int CALLS = 6;

  private final Retry retry;
  private final RateLimiter pace;
  private final CircuitBreaker breaker;

  /**
   * A tracker with manners.
   *
   * @param pace the least time between the beginnings of two writes; zero for none
   */
  public ResilientTracker(Tracker tracker, Duration pace) {
    super(tracker);
    this.retry = Retry.of(tracker.name(), retries());
    this.pace = RateLimiter.of(tracker.name(), paces(pace));
    this.breaker = CircuitBreaker.of(tracker.name(), breaks());
  }

  private static RetryConfig retries() {
    return RetryConfig.custom()
        .maxAttempts(READS)
        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(200), 2.0))
        .retryOnException(ResilientTracker::isUnavailable)
        .build();
  }

  private static RateLimiterConfig paces(Duration pace) {
    boolean any = !pace.isZero();
    return RateLimiterConfig.custom()
        .limitRefreshPeriod(any ? pace : Duration.ofMillis(1))
        .limitForPeriod(any ? 1 : Integer.MAX_VALUE)
        .timeoutDuration(PATIENCE)
        .build();
  }

  private static CircuitBreakerConfig breaks() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(CALLS)
        .minimumNumberOfCalls(CALLS)
        .failureRateThreshold(100)
        .waitDurationInOpenState(Duration.ofSeconds(30))
        .permittedNumberOfCallsInHalfOpenState(1)
        .recordException(ResilientTracker::isUnavailable)
        .build();
  }

  private static boolean isUnavailable(Throwable failure) {
    return failure instanceof TrackerException e && e.kind() == FailureKind.UNAVAILABLE;
  }

  @Override
  public List<Outcome> create(List<TicketDraft> drafts) {
    return write("create tickets", () -> super.create(drafts));
  }

  @Override
  public List<String> complete(TicketRef ref, TicketDraft draft) {
    return write("complete " + ref.key(), () -> super.complete(ref, draft));
  }

  @Override
  public Receipt update(TicketRef ref, TicketEdit edit) {
    return write("edit " + ref.key(), () -> super.update(ref, edit));
  }

  @Override
  public Comment comment(TicketRef ref, CommentDraft draft) {
    return write("comment on " + ref.key(), () -> super.comment(ref, draft));
  }

  @Override
  public void editComment(TicketRef ref, String commentId, CommentDraft draft) {
    writeOnly("edit a comment on " + ref.key(), () -> super.editComment(ref, commentId, draft));
  }

  @Override
  public void close(TicketRef ref) {
    writeOnly("close " + ref.key(), () -> super.close(ref));
  }

  @Override
  public List<Ticket> find(MarkQuery query) {
    return read("find tickets", () -> super.find(query));
  }

  @Override
  public Optional<Comment> findComment(TicketRef ref, String key) {
    return read("find a comment on " + ref.key(), () -> super.findComment(ref, key));
  }

  @Override
  public Batch changesSince(Cursor cursor) {
    return read("poll", () -> super.changesSince(cursor));
  }

  @Override
  public Ticket read(TicketRef ref) {
    return read("read " + ref.key(), () -> super.read(ref));
  }

  @Override
  public Optional<Transition> lastTransition(TicketRef ref) {
    return read("read the history of " + ref.key(), () -> super.lastTransition(ref));
  }

  @Override
  public Optional<Redating> lastRedating(TicketRef ref) {
    return read("read the history of " + ref.key(), () -> super.lastRedating(ref));
  }

  @Override
  public List<Comment> comments(TicketRef ref) {
    return read("read the comments on " + ref.key(), () -> super.comments(ref));
  }

  @Override
  public Optional<Account> account(String handle) {
    return read("look " + handle + " up", () -> super.account(handle));
  }

  @Override
  public String obstacle(String handle) {
    return read("look " + handle + " up", () -> super.obstacle(handle));
  }

  @Override
  public List<CheckFinding> check() {
    return read("check", super::check);
  }

  private <T> T read(String operation, Supplier<T> call) {
    return guarded(operation, Retry.decorateSupplier(retry, guard(call)));
  }

  private <T> T write(String operation, Supplier<T> call) {
    return guarded(operation, RateLimiter.decorateSupplier(pace, guard(call)));
  }

  private void writeOnly(String operation, Runnable call) {
    boolean done =
        write(
            operation,
            () -> {
              call.run();
              return true;
            });
    assert done;
  }

  private <T> Supplier<T> guard(Supplier<T> call) {
    return CircuitBreaker.decorateSupplier(breaker, call);
  }

  /** What never left because the tracker failed too often is certainly not applied. */
  private static <T> T guarded(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (CallNotPermittedException e) {
      throw new TrackerException(
          FailureKind.UNAVAILABLE, operation, "left alone for 30 s after it failed often", e);
    }
  }
}
