package io.followthrough.ledger;

/** What lies open during one transaction. Not to be kept or shared beyond it. */
public interface Books {
  /** The action items. */
  Items items();

  /** The documents they were born in. */
  Documents documents();

  /** The tickets as last polled. */
  Mirrors mirrors();

  /** What has been said, and when to look again. */
  FollowUps followUps();

  /** Tickets of ours that stand for no action item. */
  OwnTickets ownTickets();

  /** What is to be sent. */
  Outbox outbox();

  /** What happened. */
  Journal journal();

  /** Cursors, confirmations, pauses, requests: text by key. */
  Settings settings();
}
