package io.followthrough.daemon.app;

import io.followthrough.ledger.LedgerException;
import java.util.Optional;

/**
 * Watches for damage of the store while the program runs. Once it is found nothing more is begun:
 * what is read may be wrong, and what is written may bury what could be saved. Safe for several
 * threads.
 */
final class Ruin {
  private final House house;
  private final Runnable ends;
  private volatile Optional<LedgerException> found = Optional.empty();

  /**
   * A watch.
   *
   * @param ends called once, on the thread that found it
   */
  Ruin(House house, Runnable ends) {
    this.house = house;
    this.ends = ends;
  }

  Optional<LedgerException> found() {
    return found;
  }

  /** A job that is not run any more once the store is damaged. */
  Runnable watched(Runnable job) {
    return () -> {
      if (found().isEmpty()) {
        watch(job);
      }
    };
  }

  private void watch(Runnable job) {
    try {
      job.run();
    } catch (LedgerException e) {
      if (e.kind() != LedgerException.Kind.DAMAGED) {
        throw e;
      }
      if (isFirst(e)) {
        house.stop();
        ends.run();
      }
    }
  }

  private synchronized boolean isFirst(LedgerException damage) {
    boolean first = found.isEmpty();
    found = Optional.of(found.orElse(damage));
    return first;
  }
}
