package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Where a route sends an action item.
 *
 * @param tracker the tracker's name in the configuration
 * @param labels beside those of the tracker
 * @param profile the ladder's name
 * @param triage the person who answers where nobody else does
 */
public record Placement(
    String tracker,
    Optional<String> project,
    Optional<String> issueType,
    List<String> labels,
    Optional<String> parent,
    Optional<String> profile,
    Optional<String> triage) {
  public Placement {
    requireNonNull(tracker, "tracker is null");
    requireNonNull(project, "project is null");
    requireNonNull(issueType, "issueType is null");
    labels = List.copyOf(labels);
    requireNonNull(parent, "parent is null");
    requireNonNull(profile, "profile is null");
    requireNonNull(triage, "triage is null");
  }

  /** A placement that names the tracker and nothing more. */
  public static Placement in(String tracker) {
    return new Placement(
        tracker,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
