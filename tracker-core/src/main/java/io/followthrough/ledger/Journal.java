package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened and was decided; it only grows. Oldest first means in the order of appending, which
 * a clock that was set back does not disturb.
 */
public interface Journal {
  /** Appends an entry. */
  void append(JournalEntry entry);

  /** The entries of an item, oldest first. */
  List<JournalEntry> ofItem(ItemId item);

  /** The entries of a period, oldest first, {@code from} included and {@code to} not. */
  List<JournalEntry> between(Instant from, Instant to);

  /** The entry that was appended last. */
  Optional<JournalEntry> last();
}
