package io.followthrough.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/** The transaction that holds the lock of a {@link MemoryLedger}, with the way back. */
final class MemoryTransaction {
  private enum Mode {
    NONE,
    READING,
    WRITING,
  }

  private final ReentrantLock lock;
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private Mode mode = Mode.NONE;

  MemoryTransaction(ReentrantLock lock) {
    this.lock = lock;
  }

  void begin(boolean writing) {
    mode = writing ? Mode.WRITING : Mode.READING;
  }

  void end(boolean keep) {
    mode = Mode.NONE;
    if (!keep) {
      undo.forEach(Runnable::run);
    }
    undo.clear();
  }

  void reading() {
    if (mode == Mode.NONE || !lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("books are open only during their transaction");
    }
  }

  /** Says how the change that follows is undone. */
  void writing(Runnable back) {
    reading();
    if (mode != Mode.WRITING) {
      throw new IllegalStateException("a reading transaction cannot write");
    }
    undo.push(back);
  }
}
