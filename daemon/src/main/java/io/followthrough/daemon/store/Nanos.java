package io.followthrough.daemon.store;

import java.time.Instant;
import java.util.Optional;

/** Instants as key columns hold them: nanoseconds since 1970, which reach from 1677 to 2262. */
final class Nanos {
  /** Stands for no instant at all, after every other one. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long A_SECOND = 1_000_000_000L;

  private Nanos() {}

  /** An instant, moved to the nearest that a column can hold; never {@link #NEVER}. */
  static long of(Instant at) {
    long second = at.getEpochSecond();
    if (second >= NEVER / A_SECOND) {
      return NEVER - 1;
    }
    if (second < Long.MIN_VALUE / A_SECOND) {
      return Long.MIN_VALUE;
    }
    return second * A_SECOND + at.getNano();
  }

  static long of(Optional<Instant> at) {
    return at.map(Nanos::of).orElse(NEVER);
  }

  static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
  }
}
