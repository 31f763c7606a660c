package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A change of what we wrote to a ticket. The connector reads the ticket just before, and carries a
 * field over only where the ticket still holds what {@code expected} says.
 *
 * @param marker the ticket's own mark; the block begins with it
 * @param expected what we last wrote
 * @param title the new title, where it changes; likewise the others
 */
public record TicketEdit(
    Marker marker,
    Written expected,
    Optional<String> title,
    Optional<Prose> block,
    Optional<String> assignee,
    Optional<LocalDate> due,
    Optional<String> priority) {
  public TicketEdit {
    requireNonNull(marker, "marker is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(title, "title is null");
    requireNonNull(block, "block is null");
    requireNonNull(assignee, "assignee is null");
    requireNonNull(due, "due is null");
    requireNonNull(priority, "priority is null");
  }
}
