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
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.plan.Change;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the mirror up to date with a tracker. The only writer of mirrors; one thread at a time for
 * each tracker.
 */
public final class Poller {
  private static final String CURSOR = "cursor/tracker/";

  private final Ledger ledger;
  private final String installation;
  private final Standstill standstill;
  private final Sweep sweep;
  private final Listener listener;

  /**
   * A poller.
   *
   * @param sweep how often open tickets are re-read by id, since a poll shows neither deleted nor
   *     hidden ones
   * @param standstill what happens where too much vanishes
   */
  public Poller(String installation, Ledger ledger, Duration sweep, Standstill standstill) {
    this(installation, ledger, sweep, standstill, Listener.DEAF);
  }

  /**
   * A poller.
   *
   * @param sweep how often open tickets are re-read by id
   * @param standstill what happens where too much vanishes
   * @param listener is told what people write
   */
  public Poller(
      String installation,
      Ledger ledger,
      Duration sweep,
      Standstill standstill,
      Listener listener) {
    this.listener = listener;
    this.installation = installation;
    this.ledger = ledger;
    this.standstill = standstill;
    this.sweep = new Sweep(ledger, sweep, standstill);
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
    begin(tracker, now);
    while (more) {
      Cursor cursor = ledger.read(books -> cursor(books, tracker, now));
      Batch batch = tracker.changesSince(cursor);
      seen += take(tracker, batch, now);
      more = batch.more();
    }
    ledger.run(
        books -> {
          books.settings().remove(Destinations.DENIED + tracker.name());
          standstill.judge(books, tracker.name(), 0, now);
          Newcomers.sortStrays(books, tracker.name(), now);
        });
    return seen + readUnread(tracker, now) + sweep.ifDue(tracker, now);
  }

  /** A ticket that was filed after a poll had passed it would not be followed otherwise. */
  private int readUnread(Tracker tracker, Instant now) {
    List<Subject> unread =
        ledger.write(books -> Newcomers.unread(books, tracker.name(), tracker.findLag(), now));
    for (Subject subject : unread) {
      Dossier about = ledger.read(books -> Dossier.of(books, subject));
      if (about.own().isPresent()) {
        readOwn(tracker, about.filed(), subject, now);
      } else {
        Observation seen = read(tracker, about.filed(), about.mirror());
        ledger.run(
            books -> {
              ActionItem item = Dossier.of(books, subject).item().orElseThrow();
              seen.keep(books, tracker.name(), item, now);
              Newcomers.read(books, tracker.name(), subject);
            });
      }
    }
    return unread.size();
  }

  private void readOwn(Tracker tracker, Filing filing, Subject subject, Instant now) {
    Ticket ticket;
    List<Comment> comments;
    try {
      ticket = tracker.read(filing.ref());
      comments = tracker.comments(filing.ref());
    } catch (TrackerException e) {
      if (e.kind() != FailureKind.GONE) {
        throw e;
      }
      ticket = Mirroring.gone(Mirroring.asWritten(filing), e.words());
      comments = List.of();
    }
    Ticket read = ticket;
    List<Comment> said = comments;
    ledger.run(
        books -> {
          OwnTicket own = books.ownTickets().find(subject).orElseThrow();
          OwnPapers.keep(books, own, read, said, now);
          Newcomers.read(books, tracker.name(), subject);
        });
  }

  private static Observation read(Tracker tracker, Filing filing, Optional<Mirror> before) {
    Ticket ticket;
    try {
      ticket = tracker.read(filing.ref());
    } catch (TrackerException e) {
      if (e.kind() != FailureKind.GONE) {
        throw e;
      }
      ticket =
          Mirroring.gone(before.map(Mirror::ticket).orElse(Mirroring.asWritten(filing)), e.words());
    }
    return Observation.of(tracker, ticket, List.of(), before);
  }

  /**
   * Keeps in mind that a tracker refuses us, so that it is shown and never reads as "no tickets",
   * or that it asked us to wait.
   */
  public void failed(Tracker tracker, TrackerException failure, Instant now) {
    if (failure.kind() == FailureKind.DENIED) {
      ledger.run(
          books -> books.settings().put(Destinations.DENIED + tracker.name(), failure.words()));
    }
    failure
        .retryAt()
        .map(until -> Backoff.jittered(now, until, installation + "/" + tracker.name()))
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
    begin(tracker, now);
    String cursor = ledger.read(books -> cursorText(books, tracker));
    Ticket ticket = tracker.read(change.ref());
    List<Comment> comments = tracker.comments(ticket.ref());
    Observation seen = Observation.of(tracker, ticket, comments, Optional.empty());
    return ledger.write(
        books -> {
          boolean adopted = adopted(books, tracker, change.item().id(), seen, now);
          if (adopted && !cursorText(books, tracker).equals(cursor)) {
            Newcomers.passed(books, tracker.name(), Subject.of(change.item().id()), now);
          }
          return adopted;
        });
  }

  private boolean adopted(Books books, Tracker tracker, ItemId id, Observation seen, Instant now) {
    Ticket ticket = seen.ticket();
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
    ActionItem filed =
        item.filed(new Filing(tracker.name(), ticket.ref(), now, true, nothing, ticket.marker()));
    books.items().put(filed);
    if (item.stage() == Stage.ACCEPTED) {
      Recollection said = Recollection.of(seen.comments(), Set.of(installation));
      books.followUps().put(said.in(FollowUpState.untouched(id, now)));
    }
    seen.keep(books, tracker.name(), filed, now);
    journal(books, id, "adopted", "the postmortem names " + key + ": followed, no new ticket", now);
    return true;
  }

  /** From here on nothing is missed, though the first poll may fail or come later. */
  private void begin(Tracker tracker, Instant now) {
    if (ledger.<Boolean>read(books -> cursorText(books, tracker).isEmpty())) {
      ledger.run(books -> books.settings().put(CURSOR + tracker.name(), now + "|"));
    }
  }

  private static Cursor cursor(Books books, Tracker tracker, Instant now) {
    String text = cursorText(books, tracker);
    int bar = text.indexOf('|');
    Instant from = Instant.parse(text.substring(0, bar));
    boolean clockWasFast = bar == text.length() - 1 && from.isAfter(now);
    return new Cursor(text.substring(bar + 1), clockWasFast ? now : from);
  }

  private static String cursorText(Books books, Tracker tracker) {
    return books.settings().get(CURSOR + tracker.name()).orElse("");
  }

  private int take(Tracker tracker, Batch batch, Instant now) {
    Map<String, Observation> seen = new LinkedHashMap<>();
    for (Ticket ticket : batch.tickets()) {
      String id = ticket.ref().id();
      Optional<ActionItem> followed =
          ledger.read(books -> books.items().filedAs(tracker.name(), id));
      if (followed.isPresent()) {
        ItemId item = followed.get().id();
        Optional<Mirror> before = ledger.read(books -> books.mirrors().find(item));
        seen.put(id, Observation.of(tracker, ticket, commentsOn(batch, ticket), before));
      }
    }
    return ledger.write(
        books -> {
          batch.comments().stream()
              .filter(Comment::isHuman)
              .forEach(comment -> hear(books, tracker, batch, comment, now));
          seen.forEach((id, observation) -> keep(books, tracker, id, observation, now));
          batch.tickets().stream()
              .filter(ticket -> !seen.containsKey(ticket.ref().id()))
              .filter(ticket -> !isOwn(books, tracker, ticket, batch, now))
              .forEach(ticket -> unfollowed(books, tracker, ticket, now));
          batch.comments().forEach(comment -> Newcomers.heard(books, comment, now));
          Cursor next = batch.next();
          books.settings().put(CURSOR + tracker.name(), next.from() + "|" + next.text());
          return seen.size();
        });
  }

  private void hear(Books books, Tracker tracker, Batch batch, Comment comment, Instant now) {
    Optional<Ticket> read =
        batch.tickets().stream()
            .filter(ticket -> ticket.ref().id().equals(comment.ticketId()))
            .findFirst();
    Optional<Ticket> ticket = read.or(() -> lastSeen(books, tracker.name(), comment.ticketId()));
    listener.heard(books, new Listener.Heard(tracker.name(), comment, ticket, false, now));
  }

  private static Optional<Ticket> lastSeen(Books books, String tracker, String ticket) {
    return books
        .items()
        .filedAs(tracker, ticket)
        .flatMap(item -> books.mirrors().find(item.id()))
        .map(Mirror::ticket);
  }

  private static void keep(
      Books books, Tracker tracker, String ticket, Observation seen, Instant now) {
    ActionItem item = books.items().filedAs(tracker.name(), ticket).orElseThrow();
    if (seen.closes(books, item.id())) {
      Standstill.note(books, tracker.name(), item.id());
    }
    seen.keep(books, tracker.name(), item, now);
  }

  private static List<Comment> commentsOn(Batch batch, Ticket ticket) {
    return batch.comments().stream()
        .filter(comment -> comment.ticketId().equals(ticket.ref().id()))
        .toList();
  }

  /** A ticket of ours that stands for no item is kept as that. */
  private static boolean isOwn(
      Books books, Tracker tracker, Ticket ticket, Batch batch, Instant now) {
    Optional<OwnTicket> own = books.ownTickets().filedAs(tracker.name(), ticket.ref().id());
    own.ifPresent(it -> OwnPapers.keep(books, it, ticket, commentsOn(batch, ticket), now));
    return own.isPresent();
  }

  /** A ticket that nobody followed when the poll began; by now it may be filed. */
  private static void unfollowed(Books books, Tracker tracker, Ticket ticket, Instant now) {
    books
        .items()
        .filedAs(tracker.name(), ticket.ref().id())
        .ifPresentOrElse(
            item -> Newcomers.passed(books, tracker.name(), Subject.of(item.id()), now),
            () -> Newcomers.strange(books, tracker.name(), ticket, now));
  }

  private static void journal(Books books, ItemId item, String kind, String words, Instant now) {
    books.journal().append(JournalEntry.ours(now, item, kind, words, ""));
  }
}
