package io.followthrough.daemon.app;

import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.sync.Membership;
import io.followthrough.sync.Turns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The role of one of several processes: it gives signs of life as long as it has the role. */
final class SharedRole implements Role {
  private static final Logger log = LoggerFactory.getLogger(SharedRole.class);

  private final Membership membership;
  private final String node;
  private final Ledger fenced;
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "membership");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Runnable loss = () -> {};
  private volatile boolean lost;

  private SharedRole(Membership membership, String node) {
    this.membership = membership;
    this.node = node;
    this.fenced = membership.fenced();
  }

  /**
   * Joins those who deliver on a ledger.
   *
   * @param ledger closed by whoever opened it
   * @param lease how long it is believed to live without a sign of it
   */
  static SharedRole join(Ledger ledger, InstantSource clock, Duration lease) {
    String node = Nodes.name();
    Membership membership = new Membership(ledger, node, clock, Nodes::isKnownDead, lease);
    membership.join();
    SharedRole role = new SharedRole(membership, node);
    long every = Membership.beat(lease).toMillis();
    Future<?> beating =
        role.beats.scheduleWithFixedDelay(role::beat, every, every, TimeUnit.MILLISECONDS);
    assert !beating.isCancelled();
    return role;
  }

  private void beat() {
    try {
      if (!membership.beat()) {
        log.warn("this process was taken for dead, and begins anew");
        beats.shutdown();
        lost = true;
        loss.run();
      }
    } catch (LedgerException e) {
      log.warn("no sign of life could be given: {}", e.getMessage());
    }
  }

  @Override
  public Ledger ledger() {
    return fenced;
  }

  @Override
  public Turns turns() {
    return membership;
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void onLoss(Runnable told) {
    loss = told;
    if (lost) {
      told.run();
    }
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }

  @Override
  public void leave() {
    beats.shutdownNow();
    try {
      membership.leave();
    } catch (LedgerException e) {
      log.warn("the others will miss this process in half a minute: {}", e.getMessage());
    }
  }
}
