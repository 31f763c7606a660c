package io.followthrough.daemon.store;

import io.followthrough.item.Filing;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.OwnTickets;
import io.followthrough.ledger.Subject;
import io.followthrough.tracker.TicketRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tickets of our own in a table. */
final class JdbcOwnTickets implements OwnTickets {
  private final JdbcTransaction transaction;

  JdbcOwnTickets(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void put(OwnTicket ticket) {
    Optional<Filing> filing = ticket.filing();
    Optional<TicketRef> ref = filing.map(Filing::ref);
    transaction.change(
        """
        insert into own_tickets (subject, about, tracker, ticket_id, ticket_key, ticket_url,
          next_at, body)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (subject) do update set
          about = excluded.about, tracker = excluded.tracker, ticket_id = excluded.ticket_id,
          ticket_key = excluded.ticket_key, ticket_url = excluded.ticket_url,
          next_at = excluded.next_at, body = excluded.body
        """,
        ticket.subject().value(),
        ticket.about(),
        filing.map(Filing::tracker).orElse(null),
        ref.map(TicketRef::id).orElse(null),
        ref.map(it -> folded(it.key())).orElse(null),
        ref.map(it -> folded(it.url())).orElse(null),
        Nanos.of(ticket.nextAt()),
        Bodies.write(ticket));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<OwnTicket> find(Subject subject) {
    return transaction.body(
        OwnTicket.class, "select body from own_tickets where subject = ?", subject.value());
  }

  @Override
  public Optional<OwnTicket> filedAs(String tracker, String ticketId) {
    return transaction.body(
        OwnTicket.class,
        "select body from own_tickets where tracker = ? and ticket_id = ? order by subject limit 1",
        tracker,
        ticketId);
  }

  @Override
  public List<OwnTicket> about(String what) {
    return transaction.bodies(
        OwnTicket.class, "select body from own_tickets where about = ? order by subject", what);
  }

  @Override
  public List<OwnTicket> due(Instant now, int limit) {
    return transaction.bodies(
        OwnTicket.class,
        "select body from own_tickets where next_at <= ? order by next_at, subject limit ?",
        Nanos.of(now),
        limit);
  }

  @Override
  public Optional<Instant> earliest() {
    return transaction
        .first("select next_at from own_tickets order by next_at limit 1", row -> row.getLong(1))
        .filter(nanos -> nanos != Nanos.NEVER)
        .map(Nanos::toInstant);
  }

  @Override
  public List<OwnTicket> matching(String text) {
    String typed = folded(text.strip());
    if (typed.isEmpty()) {
      return List.of();
    }
    return transaction.bodies(
        OwnTicket.class,
        """
        select body from own_tickets
        where (subject >= ? and subject < ?) or ticket_key = ? or ticket_url = ?
        order by subject
        """,
        typed,
        Prefix.end(typed),
        typed,
        typed);
  }
}
