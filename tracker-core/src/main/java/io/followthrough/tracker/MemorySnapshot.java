package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Everything that a {@link MemoryTracker} holds, for pages and for files.
 *
 * @param tickets in the order of their creation
 * @param changes the last change of each ticket and comment, in the order of their numbers
 * @param lastChange the number of the last change ever, from which cursors count
 */
public record MemorySnapshot(List<MemoryTicket> tickets, List<Change> changes, long lastChange) {
  /**
   * A ticket or a comment changed.
   *
   * @param comment the id of the comment; empty for the ticket itself
   */
  public record Change(long number, String ticket, String comment, Instant at) {
    public Change {
      requireNonNull(ticket, "ticket is null");
      requireNonNull(comment, "comment is null");
      requireNonNull(at, "at is null");
    }
  }

  public MemorySnapshot {
    tickets = List.copyOf(tickets);
    changes = List.copyOf(changes);
  }

  /** The tracker that holds nothing yet. */
  public static MemorySnapshot empty() {
    return new MemorySnapshot(List.of(), List.of(), 0);
  }
}
