package io.followthrough.sync;

import io.followthrough.ledger.Books;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which destinations may be written to now: confirmed ones, that are neither paused by a person,
 * nor refused by their tracker, nor told to wait.
 */
public final class Destinations {
  static final String DENIED = "denied/";
  private static final String THROTTLED = "throttled/";

  private final Predicate<String> open;

  /**
   * Destinations of a configuration.
   *
   * @param open whether a destination is live and confirmed
   */
  public Destinations(Predicate<String> open) {
    this.open = open;
  }

  /** True where people let us write at all. */
  boolean isOpen(String destination) {
    return open.test(destination);
  }

  /** Until when a destination asked us to wait, where that is still to come. */
  public static Optional<Instant> waitsUntil(Books books, String destination, Instant now) {
    return books.settings().get(THROTTLED + destination).map(Instant::parse).filter(now::isBefore);
  }

  /** A destination asked us to wait. */
  static void wait(Books books, String destination, Instant until) {
    books.settings().put(THROTTLED + destination, until.toString());
  }

  /** Why a destination refuses us; empty while it does not. */
  public static Optional<String> refusal(Books books, String destination) {
    return books.settings().get(DENIED + destination);
  }
}
