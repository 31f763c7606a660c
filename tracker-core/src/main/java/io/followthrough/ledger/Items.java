package io.followthrough.ledger;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.Similarity;
import io.followthrough.tracker.TicketRef;
import java.util.List;
import java.util.Optional;

/** The action items of the ledger. Every list is ordered by item id unless it says otherwise. */
public interface Items {
  /** Stores an item, new or known. */
  void put(ActionItem item);

  /** An item by its id. */
  Optional<ActionItem> find(ItemId id);

  /** The item that is filed as a ticket; the first by id where several adopted the same one. */
  Optional<ActionItem> filedAs(String tracker, String ticketId);

  /** The items born in a document, removed ones included. */
  List<ActionItem> ofDocument(String documentKey);

  /** The items of an incident, see {@code Incident.key()}, over all documents. */
  List<ActionItem> ofIncident(String incidentKey);

  /**
   * The items, over all documents, that are compared and whose titles are near, see {@link
   * ActionItem#isCompared} and {@link Similarity#isNear}. Where very many titles share the words, a
   * large ledger finds those of the very same words only.
   */
  List<ActionItem> near(String title);

  /**
   * Accepted items that have neither a ticket nor an outbox entry that creates one, removed ones
   * left out: what a plan would file. A creation that was superseded, as while its item was out of
   * its document, is none.
   */
  List<ActionItem> unfiled();

  /** At most {@code limit} items after an id, for walking through all of them. */
  List<ActionItem> after(Optional<ItemId> previous, int limit);

  /** How many items there are. */
  long count();

  /**
   * Items by the beginning of their id or by ticket key or address, for people who type: the case
   * of letters and blanks around do not matter; an empty text matches nothing.
   */
  List<ActionItem> matching(String text);

  /** Where an item's ticket is found, for messages. */
  default Optional<TicketRef> ticketOf(ItemId id) {
    return find(id).flatMap(ActionItem::filing).map(filing -> filing.ref());
  }
}
