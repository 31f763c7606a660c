package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.plan.Change;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Tracker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first meeting of a ledger with a tracker: tickets that carry our mark already are taken as
 * ours, so that a lost ledger makes no twin.
 */
final class Greeting {
  private static final String MET = "met/";

  private final String installation;
  private final Ledger ledger;
  private final Recovery recovery;

  Greeting(String installation, Ledger ledger) {
    this.installation = installation;
    this.ledger = ledger;
    this.recovery = new Recovery(Set.of(installation), ledger, this::creation);
  }

  /** True before the first creation on a tracker. */
  boolean isDue(Tracker tracker) {
    return ledger.read(books -> books.settings().get(MET + tracker.name())).isEmpty();
  }

  /** A ledger has met a tracker. */
  static void met(Books books, String tracker, Instant now) {
    books.settings().put(MET + tracker, now.toString());
  }

  /** A ledger has met no tracker, as far as it may be trusted. */
  static void forget(Books books) {
    books.settings().startingWith(MET).keySet().forEach(books.settings()::remove);
  }

  /**
   * True for a comment on a ticket that an earlier ledger filed: what that one has said is not
   * known for certain, so each comment is looked for before it is sent.
   */
  boolean wasFound(OutboxEntry entry) {
    return entry.effect() instanceof Effect.PostComment
        && ledger.read(books -> Recovery.wasFound(books, entry.subject()));
  }

  /**
   * Meets a tracker.
   *
   * @return how many items were found to have their ticket
   */
  int greet(Tracker tracker, Instant now) {
    List<Ticket> marked = recovery.marked(tracker);
    return recovery.recover(tracker, marked, now).recovered().size();
  }

  /** The ticket that an item's entry in the outbox is about to create. */
  private Optional<Change.Create> creation(Books books, ActionItem item) {
    return books
        .outbox()
        .find(EffectKey.create(installation, item.id()))
        .flatMap(
            entry ->
                entry.effect() instanceof Effect.CreateTicket create
                    ? Optional.of(
                        new Change.Create(
                            item, entry.destination(), create.draft(), item.carried()))
                    : Optional.empty());
  }
}
