package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A way from items to a tracker. A list of conditions that is empty holds for all.
 *
 * @param project other than the tracker's own
 * @param issueType other than the tracker's own
 * @param labels beside the tracker's own
 * @param parent the ticket that new ones are put under
 * @param profile the ladder to follow
 * @param triage who is asked where nobody else can be
 */
public record RouteConfig(
    List<String> services,
    List<String> teams,
    List<String> severities,
    List<String> sources,
    List<String> kinds,
    String tracker,
    Optional<String> project,
    Optional<String> issueType,
    List<String> labels,
    Optional<String> parent,
    Optional<String> profile,
    Optional<String> triage) {
  public RouteConfig {
    services = List.copyOf(services);
    teams = List.copyOf(teams);
    severities = List.copyOf(severities);
    sources = List.copyOf(sources);
    kinds = List.copyOf(kinds);
    requireNonNull(tracker, "tracker is null");
    requireNonNull(project, "project is null");
    requireNonNull(issueType, "issueType is null");
    labels = List.copyOf(labels);
    requireNonNull(parent, "parent is null");
    requireNonNull(profile, "profile is null");
    requireNonNull(triage, "triage is null");
  }

  static RouteConfig of(Section section) {
    return new RouteConfig(
        section.texts("service"),
        section.texts("team"),
        section.texts("severity"),
        section.texts("source"),
        section.texts("kind"),
        section.text("tracker"),
        section.optionalText("project"),
        section.optionalText("issue-type"),
        section.texts("labels"),
        section.optionalText("parent"),
        section.optionalText("profile"),
        section.optionalText("triage"));
  }

  /** Whether every item may go this way. */
  public boolean isUnconditional() {
    return services.isEmpty()
        && teams.isEmpty()
        && severities.isEmpty()
        && sources.isEmpty()
        && kinds.isEmpty();
  }
}
