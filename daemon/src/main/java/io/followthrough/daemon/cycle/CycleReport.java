package io.followthrough.daemon.cycle;

import io.followthrough.plan.Change;
import io.followthrough.sync.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one cycle came to. Filled by one thread. */
public final class CycleReport {
  private final List<String> problems = new ArrayList<>();
  private final List<Change> waiting = new ArrayList<>();
  private final List<Change> planned = new ArrayList<>();
  private final List<Change> restrained = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final List<String> exposed = new ArrayList<>();
  private final Map<String, Optional<String>> sources = new TreeMap<>();
  private final Map<String, Optional<String>> trackers = new TreeMap<>();
  private final Map<String, String> stopped = new TreeMap<>();
  private final List<String> reviews = new ArrayList<>();
  private int documents;
  private int withheld;
  private int sent;

  /**
   * Something that is about to be said on a ticket.
   *
   * @param kind such as {@code nudge}
   * @param to names of the people
   */
  public record Said(String item, String title, String ticket, String kind, List<String> to) {
    public Said {
      to = List.copyOf(to);
    }
  }

  void readDocument() {
    documents++;
  }

  void withheldDocument() {
    withheld++;
  }

  void exposed(String words) {
    exposed.add(words);
  }

  void problem(String words) {
    if (!problems.contains(words)) {
      problems.add(words);
    }
  }

  void sourceRead(String source) {
    sources.put(source, Optional.empty());
  }

  void sourceFailed(String source, String why) {
    sources.put(source, Optional.of(why));
    problem(why);
  }

  void trackerReached(String tracker) {
    trackers.put(tracker, Optional.empty());
  }

  void trackerFailed(String tracker, String why) {
    trackers.put(tracker, Optional.of(why));
    problem(tracker + ": " + why);
  }

  void stopped(String tracker, String why) {
    stopped.put(tracker, why);
  }

  void waiting(List<Change> changes) {
    waiting.addAll(changes);
  }

  void planned(List<Change> changes) {
    planned.addAll(changes);
  }

  void restrained(Change change) {
    restrained.add(change);
  }

  void said(Said words) {
    said.add(words);
  }

  void reviewed(String words) {
    reviews.add(words);
  }

  void delivered(Delivery delivery) {
    sent += delivery.sent();
    delivery.problems().forEach(this::problem);
  }

  /** Adds what another cycle came to; what could not be done is named once. */
  public CycleReport and(CycleReport other) {
    other.problems.forEach(this::problem);
    waiting.addAll(other.waiting);
    exposed.addAll(other.exposed);
    planned.addAll(other.planned);
    restrained.addAll(other.restrained);
    said.addAll(other.said);
    reviews.addAll(other.reviews);
    sources.putAll(other.sources);
    trackers.putAll(other.trackers);
    stopped.putAll(other.stopped);
    documents += other.documents;
    withheld += other.withheld;
    sent += other.sent;
    return this;
  }

  /** What could not be read or delivered and is tried again, a line each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Tickets that carry words which turned confidential by this cycle, a line each. */
  public List<String> exposed() {
    return List.copyOf(exposed);
  }

  /** Changes that wait for {@code confirm}. */
  public List<Change> waiting() {
    return List.copyOf(waiting);
  }

  /** Changes that may be written, or would be if they were not rehearsed only. */
  public List<Change> planned() {
    return List.copyOf(planned);
  }

  /** Changes that a person's brake holds: planned again at every turn, written when it is off. */
  public List<Change> restrained() {
    return List.copyOf(restrained);
  }

  /** What the follow-up decided to say. */
  public List<Said> said() {
    return List.copyOf(said);
  }

  /** The reviews and planning lists that were put on their way, a line each. */
  public List<String> reviews() {
    return List.copyOf(reviews);
  }

  /** The sources that were listed, with the reason where that failed. */
  public Map<String, Optional<String>> sources() {
    return Map.copyOf(sources);
  }

  /** The trackers that were polled, with the reason where that failed. */
  public Map<String, Optional<String>> trackers() {
    return Map.copyOf(trackers);
  }

  /** The trackers whose follow-up stands still until a person confirms, with the reason. */
  public Map<String, String> stopped() {
    return Map.copyOf(stopped);
  }

  /** How many documents were read, unchanged ones not counted. */
  public int documents() {
    return documents;
  }

  /** How many are confidential: they are counted, and nothing else. */
  public int withheld() {
    return withheld;
  }

  /** How many effects happened. */
  public int sent() {
    return sent;
  }
}
