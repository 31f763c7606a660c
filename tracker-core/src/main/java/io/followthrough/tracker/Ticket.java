package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as its tracker tells it.
 *
 * @param status the tracker's own name of the state, for people
 * @param resolution the tracker's own reason of a closed state, such as {@code not_planned}
 * @param due a due date field of the tracker; empty where it has none
 * @param planned the sprint, cycle or milestone that it is scheduled in
 * @param marker the mark in it, whoever's it is
 * @param block our block as it stands, empty where there is none
 * @param updatedAt the tracker's own clock
 */
public record Ticket(
    TicketRef ref,
    String title,
    TicketState state,
    String status,
    Optional<String> resolution,
    List<Account> assignees,
    List<String> labels,
    Optional<String> priority,
    Optional<LocalDate> due,
    Optional<String> planned,
    Optional<Marker> marker,
    String block,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> closedAt,
    Optional<Account> closedBy) {
  public Ticket {
    requireNonNull(ref, "ref is null");
    requireNonNull(title, "title is null");
    requireNonNull(state, "state is null");
    requireNonNull(status, "status is null");
    requireNonNull(resolution, "resolution is null");
    assignees = List.copyOf(assignees);
    labels = List.copyOf(labels);
    requireNonNull(priority, "priority is null");
    requireNonNull(due, "due is null");
    requireNonNull(planned, "planned is null");
    requireNonNull(marker, "marker is null");
    requireNonNull(block, "block is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    requireNonNull(closedAt, "closedAt is null");
    requireNonNull(closedBy, "closedBy is null");
  }
}
