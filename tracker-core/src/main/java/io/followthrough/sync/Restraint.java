package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.OutboxEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What people forbid to be written now, as one transaction sees it: asked before anything is
 * decided, and again in the transaction that claims an effect.
 */
public final class Restraint {
  private final List<Pause> pauses;

  private Restraint(List<Pause> pauses) {
    this.pauses = pauses;
  }

  /** The restraint that holds now. */
  public static Restraint of(Books books, Instant now) {
    return new Restraint(Pauses.active(books, now));
  }

  /** True where nothing at all is forbidden. */
  boolean isNone() {
    return pauses.isEmpty();
  }

  /** Why nothing may be written about an item at a destination; empty where it may. */
  public Optional<String> on(ActionItem item, String destination) {
    return pauses.stream()
        .filter(pause -> pause.holds(item, destination))
        .map(Pause::words)
        .findFirst();
  }

  /** Why people may not be spoken to; empty where they may. */
  public Optional<String> onPeople(Collection<String> names) {
    return pauses.stream()
        .filter(pause -> names.stream().anyMatch(pause::silences))
        .map(Pause::words)
        .findFirst();
  }

  /** Why an entry may not leave now; empty where it may. */
  Optional<String> on(Books books, OutboxEntry entry) {
    return books.items().find(entry.item()).flatMap(item -> on(item, entry.destination()));
  }
}
