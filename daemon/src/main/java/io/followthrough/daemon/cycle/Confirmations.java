package io.followthrough.daemon.cycle;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.plan.Change;
import io.followthrough.plan.Release;
import io.followthrough.sync.Standstill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people have confirmed, kept in the ledger, and what therefore may be written. */
public final class Confirmations {
  private static final String SOURCE = "confirmed/source/";
  private static final String TRACKER = "confirmed/tracker/";
  private static final String LAST = "confirmed/last";
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

  /**
   * True where a postmortem's own ticket was released with what a person confirmed: it was there
   * then, or its items were shown.
   */
  boolean isReleased(Books books, DocumentRecord document) {
    boolean there =
        books
            .settings()
            .get(LAST)
            .map(Instant::parse)
            .filter(document.firstSeenAt()::isBefore)
            .isPresent();
    return there
        || books.items().ofDocument(document.origin().documentKey()).stream()
            .anyMatch(
                item ->
                    item.filing().isPresent()
                        || books.settings().get(ITEM + item.id()).isPresent());
  }

  /** True where more tickets than this at once wait for a person. */
  boolean isFlood(long tickets) {
    return tickets > maxCreates;
  }

  /** True where a source's items may be spoken of. */
  public boolean isLiveSource(Books books, String source) {
    return !dryRun.contains(source) && books.settings().get(SOURCE + source).isPresent();
  }

  /**
   * A person said yes to what was shown. What was confirmed stays confirmed; a follow-up that
   * stands still goes on.
   *
   * @param person who, for the journal
   * @param sources the names of all sources of the configuration; {@code trackers} likewise
   */
  public void confirm(
      Ledger ledger,
      String person,
      Set<String> sources,
      Set<String> trackers,
      List<Change> shown,
      Instant now) {
    ledger.run(books -> confirm(books, person, sources, trackers, shown, now));
  }

  private void confirm(
      Books books,
      String person,
      Set<String> sources,
      Set<String> trackers,
      List<Change> shown,
      Instant now) {
    books.settings().put(LAST, now.toString());
    for (String source : new TreeSet<>(sources)) {
      if (!dryRun.contains(source) && isNew(books, SOURCE + source, now)) {
        journal(books, person, Optional.empty(), "source " + source + " may be acted on", now);
      }
    }
    for (String tracker : new TreeSet<>(trackers)) {
      if (!dryRun.contains(tracker) && isNew(books, TRACKER + tracker, now)) {
        journal(books, person, Optional.empty(), "tracker " + tracker + " may be written to", now);
      }
      Standstill.of(books, tracker)
          .ifPresent(
              why -> journal(books, person, Optional.empty(), tracker + " goes on: " + why, now));
      Standstill.release(books, tracker, now);
    }
    for (Change change : shown) {
      if (isNew(books, ITEM + change.item().id(), now)) {
        journal(books, person, Optional.of(change.item().id()), "its ticket may be made", now);
      }
    }
  }

  /** Writes a confirmation down; false where it had been given before. */
  private static boolean isNew(Books books, String key, Instant now) {
    boolean is = books.settings().get(key).isEmpty();
    if (is) {
      books.settings().put(key, now.toString());
    }
    return is;
  }

  private static void journal(
      Books books, String person, Optional<ItemId> item, String words, Instant now) {
    books.journal().append(new JournalEntry(now, person, item, "confirmed", words, "confirm"));
  }

  private static Set<String> names(Books books, String prefix) {
    return books.settings().startingWith(prefix).keySet().stream()
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toSet());
  }
}
