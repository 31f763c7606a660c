package io.followthrough.daemon.cycle;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.plan.Change;
import io.followthrough.plan.Release;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What people have confirmed, kept in the ledger, and what therefore may be written. */
public final class Confirmations {
  private static final String SOURCE = "confirmed/source/";
  private static final String TRACKER = "confirmed/tracker/";
  private static final String ITEM = "confirmed/item/";

  private final Set<String> dryRun;
  private final int maxCreates;

  /**
   * Confirmations of a configuration.
   *
   * @param dryRun names of sources and trackers in {@code mode: dry-run}
   * @param maxCreates more new tickets than this at once wait for a person
   */
  public Confirmations(Set<String> dryRun, int maxCreates) {
    this.dryRun = Set.copyOf(dryRun);
    this.maxCreates = maxCreates;
  }

  Release release(Books books, List<Change> changes) {
    Release.Confirmed confirmed =
        new Release.Confirmed(
            names(books, SOURCE),
            names(books, TRACKER),
            names(books, ITEM).stream().map(ItemId::new).collect(Collectors.toSet()));
    return Release.of(changes, confirmed, dryRun, maxCreates);
  }

  /** True where a tracker may be written to. */
  public boolean isLive(Books books, String tracker) {
    return !dryRun.contains(tracker) && books.settings().get(TRACKER + tracker).isPresent();
  }

  /** True where a source's items may be spoken of. */
  public boolean isLiveSource(Books books, String source) {
    return !dryRun.contains(source) && books.settings().get(SOURCE + source).isPresent();
  }

  /**
   * A person said yes to what was shown. What was confirmed stays confirmed.
   *
   * @param sources the names of all sources of the configuration; {@code trackers} likewise
   */
  public void confirm(
      Ledger ledger, Set<String> sources, Set<String> trackers, List<Change> shown, Instant now) {
    ledger.run(books -> confirm(books, sources, trackers, shown, now.toString()));
  }

  private void confirm(
      Books books, Set<String> sources, Set<String> trackers, List<Change> shown, String when) {
    sources.stream()
        .filter(name -> !dryRun.contains(name))
        .forEach(name -> books.settings().put(SOURCE + name, when));
    trackers.stream()
        .filter(name -> !dryRun.contains(name))
        .forEach(name -> books.settings().put(TRACKER + name, when));
    shown.forEach(change -> books.settings().put(ITEM + change.item().id(), when));
  }

  private static Set<String> names(Books books, String prefix) {
    return books.settings().startingWith(prefix).keySet().stream()
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toSet());
  }
}
