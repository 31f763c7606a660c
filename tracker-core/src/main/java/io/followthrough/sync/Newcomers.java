package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tickets and comments of ours that the tracker showed out of turn: before the ledger knew of them,
 * not since it does, or more than once. Every method runs within the caller's transaction.
 */
final class Newcomers {
  /** A ticket of which no poll has told since it was filed, with the instant of that. */
  private static final String UNREAD = "unread/";

  /** A ticket that may have changed between its reading and its filing, likewise. */
  private static final String PASSED = "passed/";

  /** A ticket that carries the mark of an item that has no ticket yet, with the item. */
  private static final String STRAY = "stray/";

  private static final String HEARD = "heard/";
  private static final Logger log = LoggerFactory.getLogger(Newcomers.class);

  private Newcomers() {}

  /** Something was filed; a poll may have passed its ticket already. */
  static void filed(Books books, Filing filing, Subject subject, Instant now) {
    boolean seen =
        subject
            .item()
            .map(item -> books.mirrors().find(item).isPresent())
            .orElseGet(
                () -> books.ownTickets().find(subject).flatMap(OwnTicket::ticket).isPresent());
    if (!seen) {
      books.settings().put(UNREAD + filing.tracker() + "/" + subject, now.toString());
    }
  }

  /**
   * A poll passed a ticket while it was being filed as it was read before: what the poll showed
   * belonged to nobody yet.
   */
  static void passed(Books books, String tracker, Subject subject, Instant now) {
    books.settings().put(PASSED + tracker + "/" + subject, now.toString());
  }

  /** What has to be read by its ticket's id, since no poll has shown it in time. */
  static List<Subject> unread(Books books, String tracker, Duration lag, Instant now) {
    due(books, UNREAD + tracker + "/", lag, now)
        .filter(subject -> isSeen(books, subject))
        .forEach(subject -> books.settings().remove(UNREAD + tracker + "/" + subject));
    return Stream.of(UNREAD, PASSED)
        .flatMap(kind -> due(books, kind + tracker + "/", lag, now))
        .distinct()
        .filter(subject -> Dossier.of(books, subject).filing().isPresent())
        .toList();
  }

  private static boolean isSeen(Books books, Subject subject) {
    Dossier about = Dossier.of(books, subject);
    return about.mirror().isPresent() || about.own().flatMap(OwnTicket::ticket).isPresent();
  }

  private static Stream<Subject> due(Books books, String prefix, Duration lag, Instant now) {
    return books.settings().startingWith(prefix).entrySet().stream()
        .filter(
            unread -> {
              Instant filed = Instant.parse(unread.getValue());
              return !now.isBefore(filed.plus(lag)) || filed.isAfter(now);
            })
        .map(unread -> new Subject(unread.getKey().substring(prefix.length())));
  }

  /** The ticket of a subject was read. */
  static void read(Books books, String tracker, Subject subject) {
    books.settings().remove(UNREAD + tracker + "/" + subject);
    books.settings().remove(PASSED + tracker + "/" + subject);
  }

  /** A poll told of a ticket that no item is filed as. */
  static void strange(Books books, String tracker, Ticket ticket, Instant now) {
    Optional<ActionItem> marked =
        ticket.marker().map(Marker::item).flatMap(id -> books.items().find(new ItemId(id)));
    marked.ifPresent(
        item -> {
          if (item.filing().isEmpty()) {
            books.settings().put(STRAY + tracker + "/" + ticket.ref().key(), item.id().value());
          } else {
            twin(books, item, ticket.ref().key(), now);
          }
        });
  }

  /** Says of each stray ticket whose item has got another one that it is a twin. */
  static void sortStrays(Books books, String tracker, Instant now) {
    String prefix = STRAY + tracker + "/";
    books
        .settings()
        .startingWith(prefix)
        .forEach(
            (key, id) -> {
              Optional<ActionItem> item = books.items().find(new ItemId(id));
              Optional<Filing> filing = item.flatMap(ActionItem::filing);
              if (filing.isPresent()) {
                books.settings().remove(key);
                String stray = key.substring(prefix.length());
                if (!filing.get().ref().key().equals(stray)) {
                  twin(books, item.get(), stray, now);
                }
              }
            });
  }

  private static void twin(Books books, ActionItem item, String stray, Instant now) {
    String ours = item.filing().map(filing -> filing.ref().key()).orElse("none");
    report(
        books,
        item.id(),
        stray + " carries the same mark as " + ours + ": please close one of the two",
        now);
  }

  /** A poll told of a comment of ours; the same one in another place is said, once. */
  static void heard(Books books, Comment comment, Instant now) {
    Optional<OutboxEntry> entry = comment.key().flatMap(key -> books.outbox().find(key));
    Optional<ItemId> item = entry.flatMap(OutboxEntry::item);
    if (entry.isEmpty() || item.isEmpty()) {
      return;
    }
    String prefix = HEARD + entry.get().key() + "/";
    Map<String, String> before = books.settings().startingWith(prefix);
    if (!before.containsKey(prefix + comment.id())) {
      books.settings().put(prefix + comment.id(), "");
      if (!before.isEmpty()) {
        String place = comment.url().isEmpty() ? comment.ticketId() : comment.url();
        report(
            books,
            item.get(),
            "said twice, with the same mark "
                + entry.get().key()
                + ": please delete one, such as that on "
                + place,
            now);
      }
    }
  }

  private static void report(Books books, ItemId item, String words, Instant now) {
    boolean told =
        books.journal().ofItem(item).stream()
            .anyMatch(entry -> entry.kind().equals("twin") && entry.words().equals(words));
    if (!told) {
      books.journal().append(JournalEntry.ours(now, item, "twin", words, ""));
      log.warn("item {}: {}", item, words);
    }
  }
}
