package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be sent, each effect once. */
public interface Outbox {
  /**
   * Adds an entry and gives it its sequence.
   *
   * @return false, and nothing is changed, where an entry of this key is there already
   */
  boolean add(OutboxEntry entry);

  /** An entry by its key. */
  Optional<OutboxEntry> find(String key);

  /**
   * Replaces an entry if it is still as {@code seen}: same state and same claim.
   *
   * @return false where somebody else was quicker; the caller then gives up on it
   */
  boolean replace(OutboxEntry seen, OutboxEntry next);

  /**
   * The entries of a destination that may be worked on now, in order: PENDING or UNKNOWN with
   * {@code notBefore} reached, or IN_FLIGHT with its lease ended; only the first unsettled one of
   * each subject at this destination, and none of a subject whose first one is parked.
   */
  List<OutboxEntry> workable(String destination, Instant now, int limit);

  /** Entries in a state, in order. */
  List<OutboxEntry> in(OutboxState state, int limit);

  /** How many entries are in a state; counted without reading them. */
  long count(OutboxState state);

  /** All entries about a subject, in order. */
  List<OutboxEntry> of(Subject subject);

  /** All entries of an item, in order. */
  default List<OutboxEntry> ofItem(ItemId item) {
    return of(Subject.of(item));
  }

  /**
   * Entries that became DONE in a period, in order: what was sent. {@code from} is included and
   * {@code to} is not.
   */
  List<OutboxEntry> doneBetween(Instant from, Instant to);

  /** Destinations that have unsettled entries, parked ones included, in alphabetical order. */
  List<String> destinations();

  /**
   * The earliest instant at which an entry is workable, were nothing to change until then; entries
   * behind another one of their subject do not count.
   */
  Optional<Instant> earliest();
}
