package io.followthrough.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tickets of ours that stand for no action item, filed or about to be. */
public interface OwnTickets {
  /** Stores one, new or known. */
  void put(OwnTicket ticket);

  /** One by its subject. */
  Optional<OwnTicket> find(Subject subject);

  /** The one that a ticket is. */
  Optional<OwnTicket> filedAs(String tracker, String ticketId);

  /** Those that stand for something, such as a document of a key; by subject. */
  List<OwnTicket> about(String what);

  /** Those that are to be looked at, the longest due first. */
  List<OwnTicket> due(Instant now, int limit);

  /** The earliest instant at which one is to be looked at. */
  Optional<Instant> earliest();

  /**
   * Those that a person may mean by a subject or its beginning, a ticket's key or URL; by subject.
   */
  List<OwnTicket> matching(String text);
}
