package io.followthrough.ledger;

/** The books of a {@link MemoryLedger}. */
final class MemoryBooks implements Books {
  private final MemoryOutbox outbox;
  private final MemoryItems items;
  private final MemoryDocuments documents;
  private final MemoryMirrors mirrors;
  private final MemoryFollowUps followUps;
  private final MemoryOwnTickets ownTickets;
  private final MemoryJournal journal;
  private final MemorySettings settings;

  MemoryBooks(MemoryTransaction transaction) {
    outbox = new MemoryOutbox(transaction);
    items = new MemoryItems(transaction, outbox);
    documents = new MemoryDocuments(transaction);
    mirrors = new MemoryMirrors(transaction);
    followUps = new MemoryFollowUps(transaction);
    ownTickets = new MemoryOwnTickets(transaction);
    journal = new MemoryJournal(transaction);
    settings = new MemorySettings(transaction);
  }

  @Override
  public Items items() {
    return items;
  }

  @Override
  public Documents documents() {
    return documents;
  }

  @Override
  public Mirrors mirrors() {
    return mirrors;
  }

  @Override
  public FollowUps followUps() {
    return followUps;
  }

  @Override
  public OwnTickets ownTickets() {
    return ownTickets;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Settings settings() {
    return settings;
  }
}
