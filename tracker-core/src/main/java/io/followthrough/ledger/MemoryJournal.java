package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal in memory. */
final class MemoryJournal implements Journal {
  private final MemoryTransaction transaction;
  private final List<JournalEntry> entries = new ArrayList<>();

  MemoryJournal(MemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void append(JournalEntry entry) {
    transaction.writing(() -> entries.remove(entries.size() - 1));
    entries.add(entry);
  }

  @Override
  public List<JournalEntry> ofItem(ItemId item) {
    transaction.reading();
    return entries.stream().filter(entry -> entry.item().filter(item::equals).isPresent()).toList();
  }

  @Override
  public List<JournalEntry> between(Instant from, Instant to) {
    transaction.reading();
    return entries.stream()
        .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
        .toList();
  }

  @Override
  public Optional<JournalEntry> last() {
    transaction.reading();
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
  }
}
