package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what is to be sent into the outbox, in the transaction of the state that made it due. */
public final class Registrar {
  /** Edits of one ticket are gathered for so long. */
  private static final Duration BETWEEN_EDITS = Duration.ofHours(1);

  /** What is said again and again; a question is asked once and must not be lost. */
  private static final Set<String> REMINDERS = Set.of("nudge", "blocked", "due-soon", "overdue");

  /** The setting that marks an item whose words changed while its ticket was under way. */
  private static final String REPLAN = "replan/";

  private final String installation;

  /** A registrar of one installation. */
  public Registrar(String installation) {
    this.installation = installation;
  }

  /** Puts a creation into the outbox, or renews the words of one that has not left. */
  public void create(Books books, Change.Create change, Instant now) {
    ActionItem item = present(books, change.item());
    if (item.filing().isPresent()) {
      return;
    }
    String key = EffectKey.create(installation, item.id());
    Effect effect = new Effect.CreateTicket(change.draft());
    boolean written =
        offer(books, OutboxEntry.pending(key, change.tracker(), item.id(), effect, now), now);
    if (written) {
      books.items().put(item.carrying(change.carried()));
    } else if (!item.carried().fingerprint().equals(change.carried().fingerprint())) {
      replan(books, item);
    }
  }

  /** Puts an edit into the outbox; an earlier one that has not left gives way to it. */
  public void edit(Books books, Change.Edit change, Instant now) {
    ActionItem item = present(books, change.item());
    List<OutboxEntry> earlier =
        books.outbox().ofItem(item.id()).stream().filter(Registrar::isEdit).toList();
    for (OutboxEntry entry : earlier) {
      if (entry.state() == OutboxState.PENDING || entry.state() == OutboxState.PARKED) {
        books.outbox().replace(entry, entry.superseded("a later edit says more", now));
      }
    }
    Instant earliest =
        earlier.stream()
            .filter(entry -> entry.state() == OutboxState.DONE)
            .flatMap(entry -> entry.settledAt().stream())
            .max(Comparator.naturalOrder())
            .map(last -> last.plus(BETWEEN_EDITS))
            .filter(now::isBefore)
            .orElse(now);
    String key = EffectKey.edit(installation, item.id(), change.carried().revision());
    Effect effect = new Effect.EditTicket(change.edit());
    offer(books, OutboxEntry.pending(key, change.tracker(), item.id(), effect, earliest), earliest);
    books.items().put(item.carrying(change.carried()));
  }

  /** The item as it is by now: others may have filed it since it was planned. */
  private static ActionItem present(Books books, ActionItem planned) {
    return books.items().find(planned.id()).orElse(planned);
  }

  /**
   * A message to an item's ticket that has not arrived yet, or nobody knows; the next one is
   * decided when it has.
   */
  public Optional<OutboxEntry> underWay(Books books, ItemId item) {
    return books.outbox().ofItem(item).stream()
        .filter(entry -> isComment(entry) && !entry.state().isSettled())
        .findFirst();
  }

  /** A message gives way to a later one, as long as it has not left. */
  public void giveWay(Books books, OutboxEntry entry, Instant now) {
    books.outbox().replace(entry, entry.superseded("a later message says more", now));
  }

  /**
   * Puts an entry into the outbox unless its effect has left or happened already.
   *
   * @param from not to be sent before
   * @return whether the outbox now holds these words
   */
  public boolean offer(Books books, OutboxEntry entry, Instant from) {
    Optional<OutboxEntry> there = books.outbox().find(entry.key());
    if (there.isEmpty()) {
      return books.outbox().add(entry);
    }
    OutboxEntry seen = there.get();
    boolean unsent = seen.sentAt().isEmpty();
    return switch (seen.state()) {
      case PENDING, SUPERSEDED, PARKED ->
          unsent && books.outbox().replace(seen, seen.reworded(entry.effect(), from));
      case IN_FLIGHT, UNKNOWN, DONE -> false;
    };
  }

  /**
   * A step of the follow-up is about to be written down: reminders of the same ticket that have not
   * left, for a tracker that is down, give way to it.
   */
  public void overtake(Books books, ItemId item, Instant now) {
    withdraw(books, item, "a later reminder says more", now);
  }

  /** A person has answered: reminders of the ticket that have not left are not sent. */
  public void answered(Books books, ItemId item, Instant now) {
    withdraw(books, item, "a person has answered since", now);
  }

  private static void withdraw(Books books, ItemId item, String why, Instant now) {
    for (OutboxEntry entry : books.outbox().ofItem(item)) {
      boolean waits = entry.state() == OutboxState.PENDING && entry.sentAt().isEmpty();
      if (waits && isReminder(entry)) {
        OutboxEntry overtaken = entry.superseded(why, now);
        if (books.outbox().replace(entry, overtaken)) {
          books
              .journal()
              .append(JournalEntry.ours(now, item, "superseded", "not sent: " + why, ""));
        }
      }
    }
  }

  private static boolean isReminder(OutboxEntry entry) {
    return entry.effect() instanceof Effect.PostComment comment
        && REMINDERS.contains(comment.kind());
  }

  /** Has an item planned again at the next turn, though its document may not have changed. */
  public void replan(Books books, ActionItem item) {
    books.settings().put(REPLAN + item.id(), "");
  }

  /** Everything was planned again; what is still under way asks for it anew. */
  public void replanned(Books books) {
    books.settings().startingWith(REPLAN).keySet().forEach(key -> books.settings().remove(key));
  }

  /** The items that are to be planned again. */
  public List<ActionItem> toReplan(Books books) {
    return books.settings().startingWith(REPLAN).keySet().stream()
        .map(key -> new ItemId(key.substring(REPLAN.length())))
        .flatMap(id -> books.items().find(id).stream())
        .toList();
  }

  private static boolean isComment(OutboxEntry entry) {
    return entry.effect() instanceof Effect.PostComment;
  }

  private static boolean isEdit(OutboxEntry entry) {
    return entry.effect() instanceof Effect.EditTicket;
  }
}
