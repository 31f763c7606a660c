package io.followthrough.daemon.status;

import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.OwnTickets;
import io.followthrough.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tickets of our own as they may be shown. */
final class DiscreetOwnTickets implements OwnTickets {
  private final OwnTickets tickets;
  private final Discretion discretion;

  DiscreetOwnTickets(OwnTickets tickets, Discretion discretion) {
    this.tickets = tickets;
    this.discretion = discretion;
  }

  @Override
  public void put(OwnTicket ticket) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public Optional<OwnTicket> find(Subject subject) {
    return tickets.find(subject).map(discretion::ownTicket);
  }

  @Override
  public Optional<OwnTicket> filedAs(String tracker, String ticketId) {
    return tickets.filedAs(tracker, ticketId).map(discretion::ownTicket);
  }

  @Override
  public List<OwnTicket> about(String what) {
    return all(tickets.about(discretion.key(what)));
  }

  @Override
  public List<OwnTicket> due(Instant now, int limit) {
    return all(tickets.due(now, limit));
  }

  @Override
  public Optional<Instant> earliest() {
    return tickets.earliest();
  }

  @Override
  public List<OwnTicket> matching(String text) {
    return all(tickets.matching(text));
  }

  private List<OwnTicket> all(List<OwnTicket> found) {
    return found.stream().map(discretion::ownTicket).toList();
  }
}
