package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to a tracker that failed, sorted once at the edge. The message is written for the person
 * on call, keeps the tracker's own words and never holds a secret.
 */
public final class TrackerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final String operation;
  private final String words;
  private final @Nullable Instant retryAt;

  /**
   * Creates a sorted failure.
   *
   * @param operation what was tried, in a few words, such as {@code create ticket}
   * @param message what went wrong and what mends it
   */
  public TrackerException(FailureKind kind, String operation, String message) {
    this(kind, operation, message, null, null);
  }

  /** Creates a sorted failure with its cause. */
  public TrackerException(
      FailureKind kind, String operation, String message, @Nullable Throwable cause) {
    this(kind, operation, message, null, cause);
  }

  private TrackerException(
      FailureKind kind,
      String operation,
      String message,
      @Nullable Instant retryAt,
      @Nullable Throwable cause) {
    super(operation + ": " + message, cause);
    this.kind = requireNonNull(kind, "kind is null");
    this.operation = requireNonNull(operation, "operation is null");
    this.words = message;
    this.retryAt = retryAt;
  }

  /** A rate limit that ends at a known instant. */
  public static TrackerException throttled(String operation, String message, Instant retryAt) {
    requireNonNull(retryAt, "retryAt is null");
    return new TrackerException(FailureKind.THROTTLED, operation, message, retryAt, null);
  }

  /** What the failure means. */
  public FailureKind kind() {
    return kind;
  }

  /** What was tried. */
  public String operation() {
    return operation;
  }

  /** What went wrong and what mends it, without what was tried. */
  public String words() {
    return words;
  }

  /** When a throttled call may be tried again; present for every {@link FailureKind#THROTTLED}. */
  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }
}
