package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person of the directory.
 *
 * @param name unique in the directory
 * @param accounts handles by the type or the name of a tracker or channel, such as {@code github}
 * @param manager a name; {@code delegate} and {@code successor} likewise
 * @param level the rung in the organisation, in the words of the configuration
 */
public record Person(
    String name,
    List<String> aliases,
    Optional<String> email,
    Map<String, String> accounts,
    Optional<String> manager,
    Optional<ZoneId> zone,
    Optional<String> delegate,
    Optional<String> successor,
    Optional<String> level) {
  public Person {
    requireNonNull(name, "name is null");
    aliases = List.copyOf(aliases);
    requireNonNull(email, "email is null");
    accounts = Map.copyOf(accounts);
    requireNonNull(manager, "manager is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(delegate, "delegate is null");
    requireNonNull(successor, "successor is null");
    requireNonNull(level, "level is null");
  }

  /** The handle in a tracker: by its name first, then by its type. */
  public Optional<String> handle(String trackerName, String trackerType) {
    String byName = accounts.get(trackerName);
    return Optional.ofNullable(byName != null ? byName : accounts.get(trackerType));
  }
}
