package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
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
 * @param away when they are away
 * @param left the first day on which they are no longer here
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
    Optional<String> level,
    List<Absence> away,
    Optional<LocalDate> left) {
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
    away = List.copyOf(away);
    requireNonNull(left, "left is null");
  }

  /** A person who is always there. */
  public Person(
      String name,
      List<String> aliases,
      Optional<String> email,
      Map<String, String> accounts,
      Optional<String> manager,
      Optional<ZoneId> zone,
      Optional<String> delegate,
      Optional<String> successor,
      Optional<String> level) {
    this(
        name,
        aliases,
        email,
        accounts,
        manager,
        zone,
        delegate,
        successor,
        level,
        List.of(),
        Optional.empty());
  }

  /** Whether they are no longer here on a day. */
  public boolean hasLeft(LocalDate day) {
    return left.filter(first -> !day.isBefore(first)).isPresent();
  }

  /** The last day of the absence that a day is part of; empty where they are there. */
  public Optional<LocalDate> awayUntil(LocalDate day) {
    Optional<LocalDate> last = lastOf(day);
    Optional<LocalDate> next = last;
    while (next.isPresent()) {
      last = next;
      next = lastOf(next.get().plusDays(1));
    }
    return last;
  }

  private Optional<LocalDate> lastOf(LocalDate day) {
    return away.stream()
        .filter(absence -> absence.contains(day))
        .map(Absence::last)
        .max(Comparator.naturalOrder());
  }

  /** The handle in a tracker: by its name first, then by its type. */
  public Optional<String> handle(String trackerName, String trackerType) {
    String byName = accounts.get(trackerName);
    return Optional.ofNullable(byName != null ? byName : accounts.get(trackerType));
  }
}
