package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.DocumentSource;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a cycle is about: everything, one document with its items and its own ticket, or one item.
 * The rest is left as it is for the next cycle that is about everything.
 */
public final class Focus {
  /** A cycle as it usually is. */
  private static final Focus EVERYTHING =
      new Focus(item -> true, own -> true, true, Optional.empty());

  private final Predicate<ActionItem> items;
  private final Predicate<OwnTicket> ownTickets;
  private final boolean everything;
  private final Optional<DocumentSource> reading;

  private Focus(
      Predicate<ActionItem> items,
      Predicate<OwnTicket> ownTickets,
      boolean everything,
      Optional<DocumentSource> reading) {
    this.items = items;
    this.ownTickets = ownTickets;
    this.everything = everything;
    this.reading = requireNonNull(reading, "reading is null");
  }

  /**
   * On one document.
   *
   * @param key see {@link io.followthrough.item.Origin#documentKey}
   * @param reading its source, narrowed to it; absent where it has not to be read
   */
  public static Focus onDocument(String key, Optional<DocumentSource> reading) {
    return new Focus(
        item -> item.origin().documentKey().equals(key),
        own -> own.subject().kind() == Subject.Kind.POSTMORTEM && own.about().equals(key),
        false,
        reading);
  }

  /**
   * On one item.
   *
   * @param reading the source of its document, narrowed to that; absent where it has not to be read
   */
  public static Focus onItem(ItemId id, Optional<DocumentSource> reading) {
    return new Focus(item -> item.id().equals(id), own -> false, false, reading);
  }

  /** What those who work on a ledger are about. */
  public static Focus of(Ledger ledger) {
    return ledger instanceof FocusedLedger narrowed ? narrowed.focus() : EVERYTHING;
  }

  /** A ledger in which nothing else is due. */
  public Ledger over(Ledger ledger) {
    return everything ? ledger : new FocusedLedger(ledger, this);
  }

  /** The sources that are to be read. */
  public List<DocumentSource> over(List<DocumentSource> sources) {
    return everything ? List.copyOf(sources) : reading.stream().toList();
  }

  /** True where nothing is left out. */
  public boolean isEverything() {
    return everything;
  }

  boolean takes(ActionItem item) {
    return items.test(item);
  }

  boolean takes(OwnTicket own) {
    return ownTickets.test(own);
  }

  boolean takes(Books books, ItemId id) {
    return books.items().find(id).filter(items).isPresent();
  }

  boolean takes(Books books, Subject subject) {
    return subject
        .item()
        .map(id -> takes(books, id))
        .orElseGet(() -> books.ownTickets().find(subject).filter(ownTickets).isPresent());
  }
}
