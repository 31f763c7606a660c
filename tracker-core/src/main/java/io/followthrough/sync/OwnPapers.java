package io.followthrough.sync;

import io.followthrough.item.Filing;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a tracker tells of tickets of ours that stand for no item. Every method runs within the
 * caller's transaction.
 */
final class OwnPapers {
  private OwnPapers() {}

  /** Keeps what was read of a ticket, and what people said on it; it is looked at anew. */
  static void keep(Books books, OwnTicket own, Ticket ticket, List<Comment> comments, Instant now) {
    List<Comment> unread = new ArrayList<>(own.unread());
    comments.stream()
        .filter(Comment::isHuman)
        .filter(comment -> unread.stream().noneMatch(it -> it.id().equals(comment.id())))
        .filter(comment -> !isRead(own, comment))
        .forEach(unread::add);
    unread.sort(Comparator.comparing(Comment::createdAt).thenComparing(Comment::id));
    boolean isNews = !unread.equals(own.unread()) || own.ticket().filter(ticket::equals).isEmpty();
    if (isNews) {
      Filing filing = own.filing().orElseThrow();
      books
          .ownTickets()
          .put(own.filed(filing.with(ticket.ref(), filing.written())).seen(ticket, unread, now));
    }
  }

  /** Has a ticket of ours looked at again, since what it tells of has changed. */
  static void stir(Books books, String about, Instant now) {
    books
        .ownTickets()
        .about(about)
        .forEach(own -> books.ownTickets().put(own.lookedAt(Optional.of(now))));
  }

  /** A tracker may tell of a comment again; what was acted on is known by its instant. */
  private static boolean isRead(OwnTicket own, Comment comment) {
    return own.said().contains(OwnTicket.read(comment.id()));
  }

  /** The subject that a marked ticket belongs to, where it is no item. */
  static Optional<Subject> subject(Ticket ticket) {
    return ticket
        .marker()
        .map(Marker::item)
        .map(Subject::new)
        .filter(subject -> subject.item().isEmpty());
  }

  /** Gives a ledger back a ticket of ours, with all that its comments tell. */
  static void recover(
      Books books,
      String tracker,
      Ticket ticket,
      List<Comment> comments,
      Set<String> installations,
      Instant now) {
    Subject subject = subject(ticket).orElseThrow();
    OwnTicket known =
        books.ownTickets().find(subject).orElseGet(() -> OwnTicket.of(subject, "", ticket.title()));
    Written written =
        new Written(
            ticket.title(), Optional.empty(), Optional.empty(), Optional.empty(), ticket.block());
    OwnTicket filed =
        known.filing().isPresent()
            ? known
            : known.filed(
                new Filing(
                    tracker, ticket.ref(), ticket.createdAt(), false, written, ticket.marker()));
    for (String said : Recollection.of(comments, installations).questions()) {
      filed = filed.saying(said);
    }
    keep(books, filed, ticket, comments, now);
    books.settings().put(Recovery.FOUND + subject, now.toString());
    for (String installation : installations) {
      books
          .outbox()
          .find(EffectKey.create(installation, subject))
          .filter(entry -> !entry.state().isSettled())
          .ifPresent(entry -> settle(books, entry, now));
    }
    books
        .journal()
        .append(
            new JournalEntry(
                now,
                JournalEntry.US,
                Optional.empty(),
                "recovered",
                subject + ": taken as " + ticket.ref().key(),
                ""));
  }

  private static void settle(Books books, OutboxEntry entry, Instant now) {
    OutboxEntry next =
        entry.state() == OutboxState.PARKED
            ? entry.superseded("it has its ticket", now)
            : entry.done(now);
    if (!books.outbox().replace(entry, next)) {
      throw new IllegalStateException(entry.key() + " was changed within a transaction");
    }
  }
}
