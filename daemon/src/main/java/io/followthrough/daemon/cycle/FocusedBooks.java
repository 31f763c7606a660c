package io.followthrough.daemon.cycle;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Documents;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.FollowUps;
import io.followthrough.ledger.Items;
import io.followthrough.ledger.Journal;
import io.followthrough.ledger.Mirrors;
import io.followthrough.ledger.Outbox;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.OwnTickets;
import io.followthrough.ledger.Settings;
import io.followthrough.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The books of one transaction, in which nothing is due but what a cycle is about. */
final class FocusedBooks implements Books {
  private final Books books;
  private final Focus focus;

  FocusedBooks(Books books, Focus focus) {
    this.books = books;
    this.focus = focus;
  }

  @Override
  public Items items() {
    return books.items();
  }

  @Override
  public Documents documents() {
    return books.documents();
  }

  @Override
  public Mirrors mirrors() {
    return books.mirrors();
  }

  @Override
  public FollowUps followUps() {
    return new DueFollowUps();
  }

  @Override
  public OwnTickets ownTickets() {
    return new DueOwnTickets();
  }

  @Override
  public Outbox outbox() {
    return new FocusedOutbox(books.outbox(), entry -> focus.takes(books, entry.subject()));
  }

  @Override
  public Journal journal() {
    return books.journal();
  }

  @Override
  public Settings settings() {
    return books.settings();
  }

  private final class DueFollowUps implements FollowUps {
    @Override
    public void put(FollowUpState state) {
      books.followUps().put(state);
    }

    @Override
    public Optional<FollowUpState> find(ItemId item) {
      return books.followUps().find(item);
    }

    @Override
    public List<FollowUpState> due(Instant now, String policy, int limit) {
      return FocusedLedger.first(
          limit,
          asked -> books.followUps().due(now, policy, asked),
          state -> focus.takes(books, state.item()));
    }

    @Override
    public Optional<Instant> earliest() {
      return books.followUps().earliest();
    }
  }

  private final class DueOwnTickets implements OwnTickets {
    @Override
    public void put(OwnTicket ticket) {
      books.ownTickets().put(ticket);
    }

    @Override
    public Optional<OwnTicket> find(Subject subject) {
      return books.ownTickets().find(subject);
    }

    @Override
    public Optional<OwnTicket> filedAs(String tracker, String ticketId) {
      return books.ownTickets().filedAs(tracker, ticketId);
    }

    @Override
    public List<OwnTicket> about(String what) {
      return books.ownTickets().about(what);
    }

    @Override
    public List<OwnTicket> due(Instant now, int limit) {
      return FocusedLedger.first(limit, asked -> books.ownTickets().due(now, asked), focus::takes);
    }

    @Override
    public Optional<Instant> earliest() {
      return books.ownTickets().earliest();
    }

    @Override
    public List<OwnTicket> matching(String text) {
      return books.ownTickets().matching(text);
    }
  }
}
