package io.followthrough.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * When to try again what certainly did not happen: 30 s, doubled each time, at most an hour. Pure.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  private Backoff() {}

  /** The instant of the next try; the key spreads entries that failed together over a quarter. */
  static Instant after(Instant now, int attempts, String key) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
    Duration capped = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    long spread = Math.floorMod(key.hashCode(), 1000) * capped.toMillis() / 4000;
    return now.plus(capped).plusMillis(spread);
  }
}
