package io.followthrough.tracker;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One page of what changed on a {@link MemoryShelf}; a cursor is the number of the last change. */
final class MemoryPoll {
  private final MemoryShelf shelf;
  private final int pageSize;
  private final Predicate<Instant> visible;
  private final Map<String, Ticket> tickets = new LinkedHashMap<>();
  private final Map<String, Comment> comments = new LinkedHashMap<>();

  MemoryPoll(MemoryShelf shelf, int pageSize, Predicate<Instant> visible) {
    this.shelf = shelf;
    this.pageSize = pageSize;
    this.visible = visible;
  }

  Batch since(Cursor cursor) {
    boolean first = cursor.text().isEmpty();
    long last = first ? 0 : numberOf(cursor);
    int read = 0;
    for (MemorySnapshot.Change change : shelf.changesAfter(last)) {
      if (!visible.test(change.at())) {
        break;
      }
      if (read == pageSize) {
        return batch(last, cursor, true);
      }
      last = change.number();
      if (!first || !change.at().isBefore(cursor.from())) {
        read++;
        collect(change);
      }
    }
    return batch(last, cursor, false);
  }

  private void collect(MemorySnapshot.Change change) {
    Optional<MemoryTicket> stored = shelf.get(change.ticket()).filter(t -> !t.deleted());
    if (change.comment().isEmpty()) {
      stored.ifPresent(ticket -> tickets.put(change.ticket(), ticket.ticket()));
    } else {
      stored.stream()
          .flatMap(ticket -> ticket.comments().stream())
          .filter(comment -> comment.id().equals(change.comment()))
          .forEach(comment -> comments.put(comment.id(), comment));
    }
  }

  private Batch batch(long last, Cursor cursor, boolean more) {
    return new Batch(
        List.copyOf(tickets.values()),
        List.copyOf(comments.values()),
        new Cursor(Long.toString(last), cursor.from()),
        more);
  }

  private static long numberOf(Cursor cursor) {
    try {
      return Long.parseLong(cursor.text());
    } catch (NumberFormatException e) {
      throw new TrackerException(
          FailureKind.BROKEN, "poll", "cursor " + cursor.text() + " is not of this tracker", e);
    }
  }
}
