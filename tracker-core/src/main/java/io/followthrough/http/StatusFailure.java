package io.followthrough.http;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;

/**
 * What a status means where a vendor gives it no meaning of its own; a connector asks its own rules
 * first.
 */
public final class StatusFailure {
  private static final Duration UNSTATED_WAIT = Duration.ofMinutes(1);

  private StatusFailure() {}

  /**
   * The failure of a reply that is no success.
   *
   * @param words the site's own words, or {@link Reply#words()}
   */
  public static TrackerException of(Reply reply, String words, Instant now) {
    String message = "status " + reply.status() + (words.isBlank() ? "" : ": " + words);
    FailureKind kind = kind(reply);
    return kind == FailureKind.THROTTLED
        ? throttled(reply, message, now)
        : new TrackerException(kind, reply.call().operation(), message + hint(reply));
  }

  /** A rate limit that ends when the site says, else in a minute. */
  public static TrackerException throttled(Reply reply, String message, Instant now) {
    return TrackerException.throttled(
        reply.call().operation(),
        message,
        RetryTimes.retryAfter(reply, now).orElseGet(() -> now.plus(UNSTATED_WAIT)));
  }

  private static FailureKind kind(Reply reply) {
    boolean write = reply.call().write();
    int status = reply.status();
    return switch (status) {
      case 401, 403, 407 -> FailureKind.DENIED;
      case 404, 410 -> FailureKind.GONE;
      case 409, 412 -> FailureKind.CONFLICT;
      case 429 -> FailureKind.THROTTLED;
      case 408 -> write ? FailureKind.UNKNOWN_OUTCOME : FailureKind.UNAVAILABLE;
      // "Ask there instead": nothing was done here. The others may follow a write that was applied.
      case 301, 307, 308 -> write ? FailureKind.DENIED : FailureKind.UNAVAILABLE;
      default -> {
        if (status >= 500 || status < 400) {
          yield write ? FailureKind.UNKNOWN_OUTCOME : FailureKind.UNAVAILABLE;
        }
        yield write ? FailureKind.REJECTED : FailureKind.BROKEN;
      }
    };
  }

  private static String hint(Reply reply) {
    return reply.isRedirect()
        ? " (it points to "
            + reply.header("Location").orElse("nowhere")
            + ", which is not followed)"
        : "";
  }
}
