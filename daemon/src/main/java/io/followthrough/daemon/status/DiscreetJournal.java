package io.followthrough.daemon.status;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Journal;
import io.followthrough.ledger.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Entries as they may be shown. */
final class DiscreetJournal implements Journal {
  private final Journal journal;
  private final Discretion discretion;

  DiscreetJournal(Journal journal, Discretion discretion) {
    this.journal = journal;
    this.discretion = discretion;
  }

  @Override
  public void append(JournalEntry entry) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public List<JournalEntry> ofItem(ItemId item) {
    return journal.ofItem(item).stream().map(discretion::entry).toList();
  }

  @Override
  public List<JournalEntry> between(Instant from, Instant to) {
    return journal.between(from, to).stream().map(discretion::entry).toList();
  }

  @Override
  public int forgetBefore(Instant instant) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public int rewrite(UnaryOperator<JournalEntry> change, Instant now, String actor) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public Optional<String> damage() {
    return journal.damage();
  }

  @Override
  public String seal() {
    return journal.seal();
  }

  @Override
  public Optional<JournalEntry> last() {
    return journal.last().map(discretion::entry);
  }
}
