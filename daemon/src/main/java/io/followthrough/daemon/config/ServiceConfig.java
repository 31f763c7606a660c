package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A service and who answers for it.
 *
 * @param aliases other names that documents use
 * @param owner a person or team
 */
public record ServiceConfig(String name, List<String> aliases, Optional<String> owner) {
  public ServiceConfig {
    requireNonNull(name, "name is null");
    aliases = List.copyOf(aliases);
    requireNonNull(owner, "owner is null");
  }

  static ServiceConfig of(Section section) {
    return new ServiceConfig(
        section.text("name"), section.texts("aliases"), section.optionalText("owner"));
  }
}
