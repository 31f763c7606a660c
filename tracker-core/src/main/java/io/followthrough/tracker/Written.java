package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What we last wrote to a ticket: the middle of the three-way comparison (last written, document,
 * ticket).
 *
 * @param title as the tracker gave it back
 * @param assignee the handle that we set and the tracker took
 * @param block our block as the tracker gave it back, in the tracker's own syntax
 */
public record Written(
    String title,
    Optional<String> assignee,
    Optional<LocalDate> due,
    Optional<String> priority,
    String block) {
  public Written {
    requireNonNull(title, "title is null");
    requireNonNull(assignee, "assignee is null");
    requireNonNull(due, "due is null");
    requireNonNull(priority, "priority is null");
    requireNonNull(block, "block is null");
  }
}
