package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.Mirror;
import io.followthrough.plan.Change;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Transition;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the mirror up to date with a tracker. The only writer of mirrors; one thread at a time for
 * each tracker.
 */
public final class Poller {
  private static final String CURSOR = "cursor/tracker/";
  private static final String SWEPT = "swept/";
  private static final int PAGE = 200;

  private final Ledger ledger;
  private final Duration sweep;

  /**
   * A poller.
   *
   * @param sweep how often open tickets are re-read by id, since a poll shows neither deleted nor
   *     hidden ones
   */
  public Poller(Ledger ledger, Duration sweep) {
    this.ledger = ledger;
    this.sweep = sweep;
  }

  /**
   * Reads what changed since the last poll, and at times what a poll cannot show.
   *
   * @return how many tickets that we follow were seen
   * @throws TrackerException where the tracker cannot be read; what was read before is kept
   */
  public int poll(Tracker tracker, Instant now) {
    int seen = 0;
    boolean more = true;
    while (more) {
      Cursor cursor = ledger.read(books -> cursor(books, tracker, now));
      Batch batch = tracker.changesSince(cursor);
      seen += take(tracker, batch, now);
      more = batch.more();
    }
    ledger.run(books -> books.settings().remove(Destinations.DENIED + tracker.name()));
    return seen + sweepIfDue(tracker, now);
  }

  /**
   * Keeps in mind that a tracker refuses us, so that it is shown and never reads as "no tickets",
   * or that it asked us to wait.
   */
  public void failed(Tracker tracker, TrackerException failure) {
    if (failure.kind() == FailureKind.DENIED) {
      ledger.run(
          books -> books.settings().put(Destinations.DENIED + tracker.name(), failure.words()));
    }
    failure
        .retryAt()
        .ifPresent(until -> ledger.run(books -> Destinations.wait(books, tracker.name(), until)));
  }

  /** Until when a tracker asked not to be called, where that is still to come. */
  public Optional<Instant> waitsUntil(Tracker tracker, Instant now) {
    return ledger.read(books -> Destinations.waitsUntil(books, tracker.name(), now));
  }

  /**
   * Follows a ticket that a document names.
   *
   * @return whether it is followed now; a ticket that another item has already is not followed
   *     twice
   * @throws TrackerException where it cannot be read
   */
  public boolean adopt(Tracker tracker, Change.Adopt change, Instant now) {
    Ticket ticket = tracker.read(change.ref());
    Optional<Transition> transition = transitionOf(tracker, ticket, Optional.empty());
    return ledger.write(
        books -> adopted(books, tracker, change.item().id(), ticket, transition, now));
  }

  private static boolean adopted(
      Books books,
      Tracker tracker,
      ItemId id,
      Ticket ticket,
      Optional<Transition> transition,
      Instant now) {
    ActionItem item = books.items().find(id).orElseThrow();
    String key = ticket.ref().key();
    if (books.items().filedAs(tracker.name(), ticket.ref().id()).isPresent()) {
      Judgement made = item.judgement();
      books
          .items()
          .put(
              item.judged(
                  new Judgement(
                      Stage.MERGED, made.owner(), made.team(), made.placement(), made.findings())));
      journal(books, id, "merged", "another item is followed as " + key + " already", now);
      return false;
    }
    Written nothing =
        new Written(ticket.title(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    books.items().put(item.filed(new Filing(tracker.name(), ticket.ref(), now, true, nothing)));
    if (item.stage() == Stage.ACCEPTED) {
      books.followUps().put(FollowUpState.untouched(id, now));
    }
    mirror(books, tracker.name(), item, ticket, List.of(), transition, now);
    journal(books, id, "adopted", "the postmortem names " + key + ": followed, no new ticket", now);
    return true;
  }

  private static Cursor cursor(Books books, Tracker tracker, Instant now) {
    String text = books.settings().get(CURSOR + tracker.name()).orElse("");
    int bar = text.indexOf('|');
    return bar < 0
        ? Cursor.startingAt(now)
        : new Cursor(text.substring(bar + 1), Instant.parse(text.substring(0, bar)));
  }

  private int take(Tracker tracker, Batch batch, Instant now) {
    Map<String, Optional<Transition>> transitions = transitions(tracker, batch.tickets());
    return ledger.write(
        books -> {
          int seen = 0;
          for (Ticket ticket : batch.tickets()) {
            Optional<ActionItem> item = books.items().filedAs(tracker.name(), ticket.ref().id());
            if (item.isPresent()) {
              mirror(
                  books,
                  tracker.name(),
                  item.get(),
                  ticket,
                  commentsOn(batch, ticket),
                  transitions.getOrDefault(ticket.ref().id(), Optional.empty()),
                  now);
              seen++;
            }
          }
          Cursor next = batch.next();
          books.settings().put(CURSOR + tracker.name(), next.from() + "|" + next.text());
          return seen;
        });
  }

  private static List<Comment> commentsOn(Batch batch, Ticket ticket) {
    return batch.comments().stream()
        .filter(comment -> comment.ticketId().equals(ticket.ref().id()))
        .toList();
  }

  /**
   * Who closed or re-opened, read once for each ticket whose state turned, outside a transaction.
   */
  private Map<String, Optional<Transition>> transitions(Tracker tracker, List<Ticket> tickets) {
    Map<String, Optional<Transition>> transitions = new HashMap<>();
    for (Ticket ticket : tickets) {
      Optional<Mirror> before =
          ledger.read(
              books ->
                  books
                      .items()
                      .filedAs(tracker.name(), ticket.ref().id())
                      .map(item -> books.mirrors().find(item.id()))
                      .orElse(Optional.empty()));
      boolean followed =
          ledger.read(
              books -> books.items().filedAs(tracker.name(), ticket.ref().id()).isPresent());
      if (followed) {
        transitions.put(ticket.ref().id(), transitionOf(tracker, ticket, before));
      }
    }
    return transitions;
  }

  private static Optional<Transition> transitionOf(
      Tracker tracker, Ticket ticket, Optional<Mirror> before) {
    boolean wasClosed = before.map(mirror -> mirror.ticket().state().isClosed()).orElse(false);
    boolean turned = wasClosed != ticket.state().isClosed();
    return turned && ticket.state() != TicketState.GONE
        ? tracker.lastTransition(ticket.ref())
        : Optional.empty();
  }

  private static void mirror(
      Books books,
      String tracker,
      ActionItem item,
      Ticket ticket,
      List<Comment> comments,
      Optional<Transition> transition,
      Instant now) {
    Optional<Mirror> before = books.mirrors().find(item.id());
    Mirror after = Mirroring.of(before, item, tracker, ticket, comments, transition, now);
    books.mirrors().put(after);
    Mirroring.news(before, after)
        .forEach(news -> journal(books, item.id(), news.kind(), news.words(), now));
    if (Mirroring.matters(before, after)) {
      books
          .followUps()
          .find(item.id())
          .ifPresent(state -> books.followUps().put(state.decidedAt(now)));
    }
  }

  private int sweepIfDue(Tracker tracker, Instant now) {
    String key = SWEPT + tracker.name();
    Optional<Instant> last = ledger.read(books -> books.settings().get(key)).map(Instant::parse);
    if (last.isEmpty()) {
      ledger.run(books -> books.settings().put(key, now.toString()));
      return 0;
    }
    if (now.isBefore(last.get().plus(sweep))) {
      return 0;
    }
    int seen = 0;
    Optional<ItemId> after = Optional.empty();
    List<Mirror> page = open(tracker, after);
    while (!page.isEmpty()) {
      for (Mirror mirror : page) {
        reread(tracker, mirror, now);
        seen++;
      }
      after = Optional.of(page.get(page.size() - 1).item());
      page = open(tracker, after);
    }
    ledger.run(books -> books.settings().put(key, now.toString()));
    return seen;
  }

  private List<Mirror> open(Tracker tracker, Optional<ItemId> after) {
    return ledger.read(books -> books.mirrors().open(tracker.name(), after, PAGE));
  }

  private void reread(Tracker tracker, Mirror mirror, Instant now) {
    Ticket ticket;
    try {
      ticket = tracker.read(mirror.ticket().ref());
    } catch (TrackerException e) {
      if (e.kind() != FailureKind.GONE) {
        throw e;
      }
      ticket = Mirroring.gone(mirror.ticket());
    }
    Ticket seen = ticket;
    Optional<Transition> transition = transitionOf(tracker, seen, Optional.of(mirror));
    ledger.run(
        books -> {
          ActionItem item = books.items().find(mirror.item()).orElseThrow();
          item.filing()
              .filter(filing -> !filing.ref().equals(seen.ref()))
              .ifPresent(
                  filing ->
                      books.items().put(item.filed(filing.with(seen.ref(), filing.written()))));
          mirror(books, tracker.name(), item, seen, List.of(), transition, now);
        });
  }

  private static void journal(Books books, ItemId item, String kind, String words, Instant now) {
    books.journal().append(JournalEntry.ours(now, item, kind, words, ""));
  }
}
