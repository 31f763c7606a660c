package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What changed since a cursor: tickets and comments of the whole tracker, ours or not, in any
 * order.
 *
 * @param next where the next poll begins; stored only with what was read
 * @param more true where the same poll has further pages
 */
public record Batch(List<Ticket> tickets, List<Comment> comments, Cursor next, boolean more) {
  public Batch {
    tickets = List.copyOf(tickets);
    comments = List.copyOf(comments);
    requireNonNull(next, "next is null");
  }
}
