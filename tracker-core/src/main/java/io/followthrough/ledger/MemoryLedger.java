package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A ledger in memory, for tests, the demo and a plan without a store. What it holds lasts as long
 * as the object: closing it does nothing, so that whoever plays a restart goes on with the same
 * one.
 *
 * <p>Transactions, reading ones too, follow one another under one lock. A writing one notes how
 * each of its changes is undone; whatever is thrown, an {@link Error} included, undoes them all.
 */
public final class MemoryLedger implements Ledger {
  private final ReentrantLock lock = new ReentrantLock();
  private final MemoryTransaction transaction = new MemoryTransaction(lock);
  private final MemoryBooks books = new MemoryBooks(transaction);
  private final Runnable beforeCommit;
  private final Runnable afterCommit;

  /** Creates an empty ledger. */
  public MemoryLedger() {
    this(() -> {}, () -> {});
  }

  /**
   * Creates an empty ledger that calls out at the two instants where a process may die.
   *
   * @param beforeCommit called at the end of each writing transaction; what it throws undoes it
   * @param afterCommit called when a writing transaction has become durable and its caller does not
   *     know yet; what it throws reaches the caller and undoes nothing
   */
  public MemoryLedger(Runnable beforeCommit, Runnable afterCommit) {
    this.beforeCommit = requireNonNull(beforeCommit, "beforeCommit is null");
    this.afterCommit = requireNonNull(afterCommit, "afterCommit is null");
  }

  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    enter();
    try {
      T result = undoneUnlessCommitted(work);
      afterCommit.run();
      return result;
    } finally {
      lock.unlock();
    }
  }

  private <T> T undoneUnlessCommitted(Function<? super Books, ? extends T> work) {
    transaction.begin(true);
    boolean committed = false;
    try {
      T result = work.apply(books);
      beforeCommit.run();
      committed = true;
      return result;
    } finally {
      transaction.end(committed);
    }
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    enter();
    try {
      transaction.begin(false);
      try {
        return work.apply(books);
      } finally {
        transaction.end(true);
      }
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("transactions may not be nested");
    }
    lock.lock();
  }

  @Override
  public void close() {}
}
