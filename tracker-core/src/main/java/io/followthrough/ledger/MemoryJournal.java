package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
  public int forgetBefore(Instant instant) {
    int old = 0;
    while (old < entries.size() && entries.get(old).at().isBefore(instant)) {
      old++;
    }
    List<JournalEntry> before = List.copyOf(entries);
    transaction.writing(() -> restore(before));
    entries.subList(0, old).clear();
    return old;
  }

  @Override
  public int rewrite(UnaryOperator<JournalEntry> change, Instant now, String actor) {
    List<JournalEntry> before = List.copyOf(entries);
    transaction.writing(() -> restore(before));
    entries.replaceAll(change);
    int changed = 0;
    for (int i = 0; i < before.size(); i++) {
      changed += before.get(i).equals(entries.get(i)) ? 0 : 1;
    }
    return changed;
  }

  private void restore(List<JournalEntry> before) {
    entries.clear();
    entries.addAll(before);
  }

  /** Nobody else can reach it. */
  @Override
  public Optional<String> damage() {
    transaction.reading();
    return Optional.empty();
  }

  @Override
  public String seal() {
    transaction.reading();
    return "";
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
