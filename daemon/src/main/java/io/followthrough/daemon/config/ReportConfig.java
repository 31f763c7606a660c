package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A reliability review that is sent.
 *
 * @param to names of channels, or {@code tracker:NAME}
 * @param team that it is about; all if absent
 */
public record ReportConfig(
    List<String> to,
    List<String> recipients,
    Optional<String> team,
    boolean monthly,
    boolean quarterly) {
  public ReportConfig {
    to = List.copyOf(to);
    recipients = List.copyOf(recipients);
    requireNonNull(team, "team is null");
  }

  static ReportConfig of(Section section) {
    return new ReportConfig(
        section.texts("to"),
        section.texts("recipients"),
        section.optionalText("team"),
        section.isOn("monthly"),
        section.isOn("quarterly"));
  }
}
