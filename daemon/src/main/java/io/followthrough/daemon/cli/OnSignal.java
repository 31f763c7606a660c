package io.followthrough.daemon.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happens when the process is asked to end: it is told, and given time to end well. */
final class OnSignal implements AutoCloseable {
  /** Systemd and containers lose patience soon after. */
  private static final long SECONDS = 9;

  private final Thread hook;
  private final CountDownLatch ended = new CountDownLatch(1);

  private OnSignal(Runnable stop) {
    this.hook = new Thread(() -> endWell(stop), "signal");
  }

  /**
   * Listens for the end.
   *
   * @param stop asks the program to end; called at most once, on a thread of its own
   */
  static OnSignal of(Runnable stop) {
    OnSignal signal = new OnSignal(stop);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** What was in flight when time ran out is settled by its mark at the next start. */
  private void endWell(Runnable stop) {
    stop.run();
    try {
      boolean well = ended.await(SECONDS, TimeUnit.SECONDS);
      Runtime.getRuntime().halt(well ? ExitCode.DONE : ExitCode.UNDONE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The program has ended well. */
  void ended() {
    ended.countDown();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      ended();
    }
  }
}
