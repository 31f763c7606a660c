package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A team of the directory; never an owner.
 *
 * @param lead the name of a person
 * @param members names of persons
 */
public record Team(
    String name, Optional<String> lead, List<String> members, List<String> services) {
  public Team {
    requireNonNull(name, "name is null");
    requireNonNull(lead, "lead is null");
    members = List.copyOf(members);
    services = List.copyOf(services);
  }
}
