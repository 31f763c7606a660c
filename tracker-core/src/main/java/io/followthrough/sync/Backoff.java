package io.followthrough.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * When to try again: what certainly did not happen after 30 s, doubled each time, at most an hour;
 * what a tracker asked to wait for not before it said. Pure.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration JITTER = Duration.ofSeconds(30);

  private Backoff() {}

  /** The instant of the next try; the key spreads entries that failed together over a quarter. */
  static Instant after(Instant now, int attempts, String key) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
    Duration capped = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    return now.plus(capped).plusMillis(share(key, capped.toMillis() / 4));
  }

  /**
   * Somewhat after the instant that a tracker told: by up to a tenth of the wait, at most 30 s, so
   * that those who wait for the same limit don't all come back in the same second.
   */
  static Instant jittered(Instant now, Instant until, String key) {
    long tenth = Math.max(0, Duration.between(now, until).toMillis() / 10);
    return until.plusMillis(share(key, Math.min(tenth, JITTER.toMillis())));
  }

  private static long share(String key, long most) {
    return Math.floorMod(key.hashCode(), 1000) * most / 1000;
  }
}
