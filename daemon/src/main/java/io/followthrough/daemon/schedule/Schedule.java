package io.followthrough.daemon.schedule;

import java.time.Duration;

/**
 * Runs jobs again and again. A job runs at once when the schedule starts, then after each interval;
 * never beside itself; a run that was missed is dropped. A job that throws is logged and runs again
 * at its next turn.
 */
public interface Schedule extends AutoCloseable {
  /** Adds a job before the start. */
  void every(String name, Duration interval, Runnable job);

  /** Begins to run the jobs, on threads of the schedule's own. */
  void start();

  /** Starts nothing more and waits for what runs. */
  @Override
  void close();
}
