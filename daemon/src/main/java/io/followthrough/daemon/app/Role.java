package io.followthrough.daemon.app;

import io.followthrough.daemon.store.DeliveryLock;
import io.followthrough.ledger.Ledger;
import io.followthrough.sync.Turns;

/** What lets a process deliver, and how it does so beside others. */
public interface Role extends AutoCloseable {
  /** The ledger as this process may use it. */
  Ledger ledger();

  /** Whose turn it is at a destination. */
  Turns turns();

  /** The name of this process, different at each start. */
  String node();

  /** True where other processes may deliver beside this one. */
  boolean isShared();

  /**
   * Has something told once when the role is lost.
   *
   * @param lost called on a thread of the role's own
   */
  void onLoss(Runnable lost);

  /** Tells the others that this process has ended its work, while the ledger is still open. */
  void leave();

  @Override
  void close();

  /** The role of the only process that delivers on a store. */
  record Alone(Ledger ledger, DeliveryLock lock, String node) implements Role {
    @Override
    public Turns turns() {
      return Turns.ALONE;
    }

    @Override
    public boolean isShared() {
      return false;
    }

    /** The lock ends with its process. */
    @Override
    public void onLoss(Runnable lost) {}

    @Override
    public void leave() {}

    @Override
    public void close() {
      lock.close();
    }
  }
}
