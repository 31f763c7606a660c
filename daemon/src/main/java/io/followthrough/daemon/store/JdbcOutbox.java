package io.followthrough.daemon.store;

import io.followthrough.ledger.Claim;
import io.followthrough.ledger.Outbox;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An outbox in a table, of which what is settled lies outside the indexes that are asked often. */
final class JdbcOutbox implements Outbox {
  /** Holds for the first live entry of its subject at its destination. */
  private static final String ITS_TURN =
      """
       not exists (
         select 1 from outbox before
         where before.live = 1 and before.item = entry.item
           and before.destination = entry.destination and before.sequence < entry.sequence)
      """;

  private final JdbcTransaction transaction;

  JdbcOutbox(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public boolean add(OutboxEntry entry) {
    return 1
        == transaction.change(
            """
            insert into outbox
              (key, destination, item, creates, state, live, ready_at, claim, done_at, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do nothing
            """,
            entry.key(),
            entry.destination(),
            entry.subject().value(),
            creates(entry),
            entry.state().name(),
            live(entry),
            readyAt(entry),
            claim(entry),
            doneAt(entry),
            Bodies.write(entry));
  }

  @Override
  public Optional<OutboxEntry> find(String key) {
    return transaction.first(
        "select sequence, body from outbox where key = ?", JdbcOutbox::entry, key);
  }

  @Override
  public boolean replace(OutboxEntry seen, OutboxEntry next) {
    if (!seen.key().equals(next.key())) {
      throw new IllegalArgumentException(next.key() + " cannot replace " + seen.key());
    }
    return 1
        == transaction.change(
            """
            update outbox set
              destination = ?, item = ?, creates = ?, state = ?, live = ?, ready_at = ?, claim = ?,
              done_at = ?, body = ?
            where key = ? and state = ? and claim = ?
            """,
            next.destination(),
            next.subject().value(),
            creates(next),
            next.state().name(),
            live(next),
            readyAt(next),
            claim(next),
            doneAt(next),
            Bodies.write(next),
            seen.key(),
            seen.state().name(),
            claim(seen));
  }

  @Override
  public List<OutboxEntry> workable(String destination, Instant now, int limit) {
    return transaction.list(
        "select sequence, body from outbox entry"
            + " where live = 1 and destination = ? and ready_at <= ? and"
            + ITS_TURN
            + "order by sequence limit ?",
        JdbcOutbox::entry,
        destination,
        Nanos.of(now),
        limit);
  }

  @Override
  public List<OutboxEntry> in(OutboxState state, int limit) {
    return transaction.list(
        "select sequence, body from outbox where state = ? order by sequence limit ?",
        JdbcOutbox::entry,
        state.name(),
        limit);
  }

  @Override
  public long count(OutboxState state) {
    return transaction
        .first("select count(*) from outbox where state = ?", row -> row.getLong(1), state.name())
        .orElseThrow();
  }

  @Override
  public List<OutboxEntry> of(Subject subject) {
    return transaction.list(
        "select sequence, body from outbox where item = ? order by sequence",
        JdbcOutbox::entry,
        subject.value());
  }

  @Override
  public List<OutboxEntry> doneBetween(Instant from, Instant to) {
    return transaction.list(
        """
        select sequence, body from outbox
        where done_at >= ? and done_at < ?
        order by sequence
        """,
        JdbcOutbox::entry,
        Nanos.of(from),
        Nanos.of(to));
  }

  @Override
  public List<String> destinations() {
    return transaction.distinct(
        "select min(destination) from outbox where live = 1",
        "select min(destination) from outbox where live = 1 and destination > ?");
  }

  @Override
  public Optional<Instant> earliest() {
    return transaction
        .first(
            "select ready_at from outbox entry where live = 1 and ready_at < "
                + Nanos.NEVER
                + " and"
                + ITS_TURN
                + "order by ready_at limit 1",
            row -> row.getLong(1))
        .map(Nanos::toInstant);
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException {
    return Bodies.read(row.getString(2), OutboxEntry.class).at(row.getLong(1));
  }

  private static int creates(OutboxEntry entry) {
    return entry.effect().isCreation() ? 1 : 0;
  }

  private static int live(OutboxEntry entry) {
    return entry.state().isSettled() ? 0 : 1;
  }

  private static long readyAt(OutboxEntry entry) {
    return switch (entry.state()) {
      case PENDING, UNKNOWN -> Nanos.of(entry.notBefore());
      case IN_FLIGHT -> Nanos.of(entry.claim().map(Claim::until));
      case DONE, SUPERSEDED, PARKED -> Nanos.NEVER;
    };
  }

  private static String claim(OutboxEntry entry) {
    return entry
        .claim()
        .map(claim -> claim.epoch() + " " + claim.until() + " " + claim.owner())
        .orElse("");
  }

  private static @Nullable Long doneAt(OutboxEntry entry) {
    return entry.state() == OutboxState.DONE ? entry.settledAt().map(Nanos::of).orElse(null) : null;
  }
}
