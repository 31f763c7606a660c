package io.followthrough.daemon.store;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Documents;
import io.followthrough.ledger.FollowUps;
import io.followthrough.ledger.Items;
import io.followthrough.ledger.Journal;
import io.followthrough.ledger.Mirrors;
import io.followthrough.ledger.Outbox;
import io.followthrough.ledger.OwnTickets;
import io.followthrough.ledger.Settings;

/** The books of one transaction of a {@link JdbcLedger}. */
record JdbcBooks(JdbcTransaction transaction) implements Books {
  @Override
  public Items items() {
    return new JdbcItems(transaction);
  }

  @Override
  public Documents documents() {
    return new JdbcDocuments(transaction);
  }

  @Override
  public Mirrors mirrors() {
    return new JdbcMirrors(transaction);
  }

  @Override
  public FollowUps followUps() {
    return new JdbcFollowUps(transaction);
  }

  @Override
  public OwnTickets ownTickets() {
    return new JdbcOwnTickets(transaction);
  }

  @Override
  public Outbox outbox() {
    return new JdbcOutbox(transaction);
  }

  @Override
  public Journal journal() {
    return new JdbcJournal(transaction);
  }

  @Override
  public Settings settings() {
    return new JdbcSettings(transaction);
  }
}
