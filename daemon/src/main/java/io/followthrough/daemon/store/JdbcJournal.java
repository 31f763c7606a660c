package io.followthrough.daemon.store;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Journal;
import io.followthrough.ledger.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A journal in a table. */
final class JdbcJournal implements Journal {
  private final JdbcTransaction transaction;
  private final JournalChain chain;

  JdbcJournal(JdbcTransaction transaction) {
    this.transaction = transaction;
    this.chain = new JournalChain(transaction);
  }

  @Override
  public void append(JournalEntry entry) {
    chain.append(
        Nanos.of(entry.at()), entry.item().map(ItemId::value).orElse(null), Bodies.write(entry));
  }

  @Override
  public int forgetBefore(Instant instant) {
    return chain.cut(Nanos.of(instant), instant, this);
  }

  @Override
  public int rewrite(UnaryOperator<JournalEntry> change, Instant now, String actor) {
    return chain.rewrite(change, now, actor, this);
  }

  @Override
  public Optional<String> damage() {
    return chain.damage();
  }

  @Override
  public String seal() {
    return chain.head();
  }

  @Override
  public List<JournalEntry> ofItem(ItemId item) {
    return transaction.bodies(
        JournalEntry.class,
        "select body from journal where item = ? order by sequence",
        item.value());
  }

  @Override
  public List<JournalEntry> between(Instant from, Instant to) {
    return transaction.bodies(
        JournalEntry.class,
        "select body from journal where at >= ? and at < ? order by sequence",
        Nanos.of(from),
        Nanos.of(to));
  }

  @Override
  public Optional<JournalEntry> last() {
    return transaction.body(
        JournalEntry.class, "select body from journal order by sequence desc limit 1");
  }
}
