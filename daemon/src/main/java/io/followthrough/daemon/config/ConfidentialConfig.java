package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Which documents are confidential, and where they may go.
 *
 * @param when a document is confidential if any holds
 * @param onlyTracker the tracker that may hold their items; none may if absent
 */
public record ConfidentialConfig(List<ConfidentialCondition> when, Optional<String> onlyTracker) {
  public ConfidentialConfig {
    when = List.copyOf(when);
    requireNonNull(onlyTracker, "onlyTracker is null");
  }

  static ConfidentialConfig of(Section section) {
    return new ConfidentialConfig(
        section.texts("when").stream().map(ConfidentialCondition::parse).toList(),
        section.optionalText("then").filter(it -> !it.equals("skip")));
  }
}
