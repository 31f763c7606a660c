package io.followthrough.sync;

import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.List;

/** One delivery to one destination, which ends when going on would make things worse. */
final class Round {
  private static final int FAILURES = 3;

  private final String destination;
  private int sent;
  private int unavailable;
  private boolean stopped;
  private final List<String> problems = new ArrayList<>();

  Round(String destination) {
    this.destination = destination;
  }

  boolean goesOn() {
    return !stopped && unavailable < FAILURES;
  }

  void stop() {
    stopped = true;
  }

  void sent(int effects) {
    sent += effects;
    unavailable = 0;
  }

  void failed(TrackerException failure) {
    switch (failure.kind()) {
      case DENIED -> {
        stopped = true;
        problems.add(destination + ": " + failure.words());
      }
      case THROTTLED -> {
        stopped = true;
        problems.add(destination + ": " + failure.getMessage());
      }
      case UNAVAILABLE, UNKNOWN_OUTCOME -> unavailable++;
      case REJECTED, GONE, CONFLICT, BROKEN -> {}
    }
  }

  Delivery result(List<String> unsettled) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(unsettled);
    return new Delivery(sent, all);
  }
}
