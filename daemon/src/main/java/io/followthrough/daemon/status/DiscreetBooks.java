package io.followthrough.daemon.status;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Documents;
import io.followthrough.ledger.FollowUps;
import io.followthrough.ledger.Items;
import io.followthrough.ledger.Journal;
import io.followthrough.ledger.Mirrors;
import io.followthrough.ledger.Outbox;
import io.followthrough.ledger.OwnTickets;
import io.followthrough.ledger.Settings;

/** The books of one transaction as they may be shown. */
final class DiscreetBooks implements Books {
  private final Books books;
  private final Discretion discretion;

  DiscreetBooks(Books books, Discretion discretion) {
    this.books = books;
    this.discretion = discretion;
  }

  @Override
  public Items items() {
    return new DiscreetItems(books.items(), discretion);
  }

  @Override
  public Documents documents() {
    return new DiscreetDocuments(books.documents(), discretion);
  }

  @Override
  public Mirrors mirrors() {
    return new DiscreetMirrors(books.mirrors(), discretion);
  }

  @Override
  public FollowUps followUps() {
    return books.followUps();
  }

  @Override
  public OwnTickets ownTickets() {
    return new DiscreetOwnTickets(books.ownTickets(), discretion);
  }

  @Override
  public Outbox outbox() {
    return new DiscreetOutbox(books.outbox(), discretion);
  }

  @Override
  public Journal journal() {
    return new DiscreetJournal(books.journal(), discretion);
  }

  @Override
  public Settings settings() {
    return books.settings();
  }
}
