package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A team.
 *
 * @param lead who leads it
 * @param services that it looks after
 * @param planning when it plans
 * @param channel where it talks
 */
public record TeamConfig(
    String name,
    Optional<String> lead,
    List<String> members,
    List<String> services,
    Optional<PlanningConfig> planning,
    Optional<String> channel) {
  public TeamConfig {
    requireNonNull(name, "name is null");
    requireNonNull(lead, "lead is null");
    members = List.copyOf(members);
    services = List.copyOf(services);
    requireNonNull(planning, "planning is null");
    requireNonNull(channel, "channel is null");
  }

  static TeamConfig of(Section section) {
    Optional<PlanningConfig> planning =
        section.isSection("planning")
            ? Optional.of(PlanningConfig.of(section.section("planning")))
            : Optional.empty();
    return new TeamConfig(
        section.text("name"),
        section.optionalText("lead"),
        section.texts("members"),
        section.texts("services"),
        planning,
        section.optionalText("channel"));
  }
}
