package io.followthrough.daemon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A schedule and a clock whose time jumps from due instant to due instant, on the thread that moves
 * it. For the demo and for tests; not for use by several threads, except for {@link #instant}.
 */
public final class VirtualTimeline implements Schedule, InstantSource {
  private final List<Turn> turns = new ArrayList<>();
  private volatile Instant now;
  private boolean started;

  /** A timeline that begins at an instant. */
  public VirtualTimeline(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void every(String name, Duration interval, Runnable job) {
    turns.add(new Turn(interval, job, now));
  }

  @Override
  public void start() {
    started = true;
  }

  /**
   * Runs all that is due up to an instant, in the order of time, and ends there.
   *
   * @param before told each instant before its jobs run, so that a demo can keep its pace
   */
  public void advanceTo(Instant end, Consumer<Instant> before) {
    if (!started) {
      throw new IllegalStateException("the timeline has not started");
    }
    Turn next = earliest();
    while (!next.due.isAfter(end)) {
      if (next.due.isAfter(now)) {
        before.accept(next.due);
        now = next.due;
      }
      next.run();
      next = earliest();
    }
    now = end;
  }

  private Turn earliest() {
    return turns.stream()
        .min(Comparator.comparing(turn -> turn.due))
        .orElseThrow(() -> new IllegalStateException("no job is scheduled"));
  }

  @Override
  public void close() {
    started = false;
  }

  private static final class Turn {
    private final Duration interval;
    private final Runnable job;
    private Instant due;

    Turn(Duration interval, Runnable job, Instant due) {
      this.interval = interval;
      this.job = job;
      this.due = due;
    }

    void run() {
      due = due.plus(interval);
      job.run();
    }
  }
}
