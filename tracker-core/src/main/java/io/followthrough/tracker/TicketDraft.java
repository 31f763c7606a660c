package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket as we want it to be born, its mark included.
 *
 * @param title hostile text; cut by the connector to what the tracker takes
 * @param block our block of the description, without the mark, which the connector adds
 * @param assignee the owner's handle in this tracker
 * @param priority the word {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param project another place of the same tracker than the configured one
 * @param facts of the item and its incident by names such as {@code item.service}, for fields that
 *     the configuration fills with them
 */
public record TicketDraft(
    Marker marker,
    String title,
    Prose block,
    Optional<String> assignee,
    Optional<LocalDate> due,
    Optional<String> priority,
    List<String> labels,
    Optional<String> project,
    Optional<String> issueType,
    Optional<String> parent,
    Map<String, String> facts) {
  public TicketDraft {
    requireNonNull(marker, "marker is null");
    requireNonNull(title, "title is null");
    requireNonNull(block, "block is null");
    requireNonNull(assignee, "assignee is null");
    requireNonNull(due, "due is null");
    requireNonNull(priority, "priority is null");
    labels = List.copyOf(labels);
    requireNonNull(project, "project is null");
    requireNonNull(issueType, "issueType is null");
    requireNonNull(parent, "parent is null");
    facts = Map.copyOf(facts);
  }

  /** A draft without facts. */
  public TicketDraft(
      Marker marker,
      String title,
      Prose block,
      Optional<String> assignee,
      Optional<LocalDate> due,
      Optional<String> priority,
      List<String> labels,
      Optional<String> project,
      Optional<String> issueType,
      Optional<String> parent) {
    this(
        marker, title, block, assignee, due, priority, labels, project, issueType, parent,
        Map.of());
  }
}
