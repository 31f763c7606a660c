package io.followthrough.daemon.app;

import io.followthrough.ledger.LedgerException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Watches for damage of the store while the program runs. Once it is found nothing more is begun:
 * what is read may be wrong, and what is written may bury what could be saved. Safe for several
 * threads.
 */
final class Ruin {
  private final AtomicReference<Optional<LedgerException>> found =
      new AtomicReference<>(Optional.empty());
  private final House house;
  private final Runnable ends;

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
    return found.get();
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
      if (found.compareAndSet(Optional.empty(), Optional.of(e))) {
        house.stop();
        ends.run();
      }
    }
  }
}
