package io.followthrough.daemon.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the running daemon says of itself: when each cycle ended, what could not be reached at the
 * last try. Written by the cycles, read by the page; safe for use by several threads.
 */
public final class Vitals {
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();
  private final Map<String, String> sources = new ConcurrentHashMap<>();
  private final Map<String, String> trackers = new ConcurrentHashMap<>();
  private final Map<String, List<String>> warnings = new ConcurrentHashMap<>();

  /**
   * The last turn of a cycle.
   *
   * @param problems how many things it could not read or deliver
   */
  public record Turn(Instant endedAt, Duration took, int problems) {
    public Turn {
      requireNonNull(endedAt, "endedAt is null");
      requireNonNull(took, "took is null");
    }
  }

  /** Notes that a cycle came to its end, whatever it came to. */
  public void cycleEnded(String cycle, Turn turn) {
    turns.put(cycle, turn);
  }

  /** Notes that a source could be read. */
  public void sourceRead(String source) {
    sources.remove(source);
  }

  /** Notes why a source could not be read. */
  public void sourceFailed(String source, String why) {
    sources.put(source, why);
  }

  /** Notes that a tracker answered. */
  public void trackerReached(String tracker) {
    trackers.remove(tracker);
  }

  /** Notes why a tracker could not be reached. */
  public void trackerFailed(String tracker, String why) {
    trackers.put(tracker, why);
  }

  /**
   * Notes what will soon stop working at a tracker.
   *
   * @return true where that is news
   */
  public boolean trackerWarns(String tracker, List<String> words) {
    List<String> before = warnings.put(tracker, List.copyOf(words));
    return !words.equals(before == null ? List.of() : before);
  }

  SortedMap<String, Turn> turns() {
    return new TreeMap<>(turns);
  }

  Optional<String> sourceProblem(String source) {
    return Optional.ofNullable(sources.get(source));
  }

  List<String> trackerWarnings(String tracker) {
    return warnings.getOrDefault(tracker, List.of());
  }

  Optional<String> trackerProblem(String tracker) {
    return Optional.ofNullable(trackers.get(tracker));
  }
}
