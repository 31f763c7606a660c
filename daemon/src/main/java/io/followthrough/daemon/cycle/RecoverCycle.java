package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.Ledger;
import io.followthrough.sync.Poller;
import io.followthrough.sync.Recovery;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From marks to a ledger: trackers, marked tickets, documents, items, mirrors. Creates nothing and
 * says nothing. One thread at a time.
 */
public final class RecoverCycle {
  private final Ledger ledger;
  private final List<Tracker> trackers;
  private final MirrorCycle documents;
  private final Recovery recovery;
  private final Poller poller;

  /**
   * A cycle over trackers.
   *
   * @param documents whose reading gives the items that the marks are of
   */
  public RecoverCycle(
      Ledger ledger,
      Collection<Tracker> trackers,
      MirrorCycle documents,
      Recovery recovery,
      Poller poller) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.trackers = trackers.stream().sorted(Comparator.comparing(Tracker::name)).toList();
    this.documents = requireNonNull(documents, "documents is null");
    this.recovery = requireNonNull(recovery, "recovery is null");
    this.poller = requireNonNull(poller, "poller is null");
  }

  /**
   * What it came to.
   *
   * @param found by the names of the trackers
   * @param problems what could not be read, a line each
   */
  public record Result(Map<String, Recovery.Found> found, int documents, List<String> problems) {
    public Result {
      found = Map.copyOf(found);
      problems = List.copyOf(problems);
    }
  }

  /** Runs once. Whatever fails is in the result; the rest goes on. */
  public Result run(Instant now) {
    CycleReport report = new CycleReport();
    Map<Tracker, List<Ticket>> marked = marked(now, report);
    ledger.run(
        books ->
            marked.values().stream()
                .flatMap(tickets -> tickets.stream().map(Ticket::createdAt))
                .min(Comparator.naturalOrder())
                .ifPresent(oldest -> DocumentPolicies.lookedBefore(books, oldest)));
    report.and(documents.read(now));
    Map<String, Recovery.Found> found = new TreeMap<>();
    marked.forEach(
        (tracker, tickets) ->
            recover(tracker, tickets, now, report).ifPresent(it -> found.put(tracker.name(), it)));
    return new Result(found, report.documents(), report.problems());
  }

  private Map<Tracker, List<Ticket>> marked(Instant now, CycleReport report) {
    Map<Tracker, List<Ticket>> marked = new TreeMap<>(Comparator.comparing(Tracker::name));
    for (Tracker tracker : trackers) {
      try {
        marked.put(tracker, recovery.marked(tracker));
      } catch (TrackerException e) {
        failed(tracker, e, now, report);
      }
    }
    return marked;
  }

  private Optional<Recovery.Found> recover(
      Tracker tracker, List<Ticket> tickets, Instant now, CycleReport report) {
    try {
      return Optional.of(recovery.recover(tracker, tickets, now));
    } catch (TrackerException e) {
      failed(tracker, e, now, report);
      return Optional.empty();
    }
  }

  private void failed(Tracker tracker, TrackerException failure, Instant now, CycleReport report) {
    poller.failed(tracker, failure, now);
    report.trackerFailed(tracker.name(), String.valueOf(failure.getMessage()));
  }
}
