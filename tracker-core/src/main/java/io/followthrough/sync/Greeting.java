package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.Tracker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first meeting of a ledger with a tracker: tickets that carry our mark already are taken as
 * ours, so that a lost ledger makes no twin.
 */
final class Greeting {
  private static final String MET = "met/";
  private static final String FOUND = "found/";

  private final String installation;
  private final Ledger ledger;
  private final Bookkeeper bookkeeper;

  Greeting(String installation, Ledger ledger, Bookkeeper bookkeeper) {
    this.installation = installation;
    this.ledger = ledger;
    this.bookkeeper = bookkeeper;
  }

  /** True before the first creation on a tracker. */
  boolean isDue(Tracker tracker) {
    return ledger.read(books -> books.settings().get(MET + tracker.name())).isEmpty();
  }

  /**
   * True for an entry of an item whose ticket an earlier ledger filed: what that one has said is
   * not known, so each comment is looked for before it is sent.
   */
  boolean wasFound(OutboxEntry entry) {
    boolean isComment = entry.effect().match(create -> false, edit -> false, comment -> true);
    return isComment
        && ledger.read(books -> books.settings().get(FOUND + entry.item())).isPresent();
  }

  /**
   * Meets a tracker.
   *
   * @return how many items were found to have their ticket
   */
  int greet(Tracker tracker, Instant now) {
    List<Ticket> marked = tracker.find(new MarkQuery(installation, Set.of(), Instant.EPOCH));
    return ledger.write(
        books -> {
          List<ActionItem> waiting =
              books.outbox().workable(tracker.name(), now, Integer.MAX_VALUE).stream()
                  .filter(Greeting::isCreation)
                  .flatMap(entry -> books.items().find(entry.item()).stream())
                  .filter(item -> item.filing().isEmpty())
                  .toList();
          Map<ActionItem, Ticket> known = Acquaintance.between(waiting, marked);
          known.forEach(
              (item, ticket) -> {
                Optional<OutboxEntry> entry =
                    books.outbox().find(EffectKey.create(installation, item.id()));
                entry.ifPresent(
                    creation -> {
                      Receipt receipt = Settler.receipt(ticket, draftOf(creation), List.of());
                      Sender.Landed landed = Sender.born(tracker, receipt, now);
                      bookkeeper.landed(books, creation, landed, now);
                      books.settings().put(FOUND + item.id(), now.toString());
                    });
              });
          books.settings().put(MET + tracker.name(), now.toString());
          return known.size();
        });
  }

  private static boolean isCreation(OutboxEntry entry) {
    return entry.effect().match(create -> true, edit -> false, comment -> false);
  }

  private static TicketDraft draftOf(OutboxEntry creation) {
    return creation
        .effect()
        .match(
            Effect.CreateTicket::draft,
            edit -> {
              throw new IllegalStateException(creation.key() + " creates nothing");
            },
            comment -> {
              throw new IllegalStateException(creation.key() + " creates nothing");
            });
  }
}
