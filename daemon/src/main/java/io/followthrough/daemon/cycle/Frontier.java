package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.DocumentSource;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.plan.Change;
import io.followthrough.sync.Border;
import io.followthrough.sync.Poller;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out which sources are private and which trackers are public: before the first thing is
 * written from the one to the other, at most hourly while there is something to write, daily
 * otherwise, and at once when the configuration changed. One thread at a time.
 */
public final class Frontier {
  private static final Duration WHILE_WRITING = Duration.ofHours(1);
  private static final Duration OTHERWISE = Duration.ofDays(1);

  private final Ledger ledger;
  private final List<DocumentSource> sources;
  private final List<Tracker> trackers;
  private final Poller poller;
  private final Set<String> allowed;
  private final String rules;
  private final boolean asks;

  /**
   * What may hold what is private.
   *
   * @param allowed trackers that may, whatever they are
   * @param rules the fingerprint of the configuration
   * @param asks false where nobody may be asked: what is known has to do
   */
  public record Terms(Set<String> allowed, String rules, boolean asks) {
    public Terms {
      allowed = Set.copyOf(allowed);
      requireNonNull(rules, "rules is null");
    }
  }

  /** A frontier between sources and trackers. */
  public Frontier(
      Ledger ledger,
      Collection<DocumentSource> sources,
      Collection<Tracker> trackers,
      Poller poller,
      Terms terms) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.sources = List.copyOf(sources);
    this.trackers = List.copyOf(trackers);
    this.poller = requireNonNull(poller, "poller is null");
    this.allowed = terms.allowed();
    this.rules = terms.rules();
    this.asks = terms.asks();
  }

  /** Looks where it is time to, and keeps what it sees. */
  void look(List<Change> changes, Instant now, CycleReport report) {
    if (!asks) {
      return;
    }
    Set<String> from =
        changes.stream().map(change -> change.item().origin().source()).collect(Collectors.toSet());
    Set<String> to = changes.stream().map(Change::tracker).collect(Collectors.toSet());
    for (DocumentSource source : sources) {
      if (isDue(source.name(), from.contains(source.name()), now)) {
        boolean isPrivate = source.isPrivate();
        ledger.run(
            books -> {
              Border.source(books, source.name(), isPrivate);
              Border.looked(books, source.name(), rules, now);
            });
      }
    }
    for (Tracker tracker : trackers) {
      boolean waits = poller.waitsUntil(tracker, now).isPresent();
      if (!waits && isDue(tracker.name(), to.contains(tracker.name()), now)) {
        look(tracker, now, report);
      }
    }
  }

  private boolean isDue(String name, boolean written, Instant now) {
    Duration good = written ? WHILE_WRITING : OTHERWISE;
    return ledger.read(
        books -> {
          Optional<Instant> looked = Border.lookedAt(books, name, rules);
          boolean known = Border.isKnown(books, name);
          return (written || known) && looked.filter(at -> now.isBefore(at.plus(good))).isEmpty();
        });
  }

  /** A tracker that cannot be asked is what it was, and public where that is not known. */
  private void look(Tracker tracker, Instant now, CycleReport report) {
    try {
      boolean closed =
          hasPrivateSources()
              && !allowed.contains(tracker.name())
              && tracker.isPublic().orElse(false);
      ledger.run(
          books -> {
            Border.tracker(books, tracker.name(), closed);
            Border.looked(books, tracker.name(), rules, now);
          });
    } catch (TrackerException e) {
      poller.failed(tracker, e, now);
      String words = e.kind() == FailureKind.DENIED ? e.words() : String.valueOf(e.getMessage());
      report.trackerFailed(tracker.name(), words);
      ledger.run(
          books -> {
            if (!Border.isKnown(books, tracker.name())) {
              Border.tracker(books, tracker.name(), true);
            }
          });
    }
  }

  private boolean hasPrivateSources() {
    Set<String> names = sources.stream().map(DocumentSource::name).collect(Collectors.toSet());
    return ledger.read(
        (Books books) -> Border.privateSources(books).stream().anyMatch(names::contains));
  }
}
