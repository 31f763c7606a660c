package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A service of the directory and who answers for it.
 *
 * @param owner the name of a person
 */
public record ServiceEntry(String name, List<String> aliases, Optional<String> owner) {
  public ServiceEntry {
    requireNonNull(name, "name is null");
    aliases = List.copyOf(aliases);
    requireNonNull(owner, "owner is null");
  }
}
