package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a postmortem says of its incident; what it does not say is absent.
 *
 * @param id the incident's own name, such as {@code INC-42}
 * @param date the day on which it began
 * @param owner the incident owner as written
 * @param author who wrote the postmortem, as written
 * @param repeatOf ids of earlier incidents that it names as its predecessors
 * @param factors categories of what contributed to it, such as {@code detection-gap}
 */
public record Incident(
    Optional<String> id,
    Optional<String> title,
    Optional<LocalDate> date,
    Optional<String> severity,
    List<String> services,
    Optional<String> owner,
    Optional<String> author,
    List<String> failureModes,
    List<String> repeatOf,
    List<String> factors) {
  public Incident {
    requireNonNull(id, "id is null");
    requireNonNull(title, "title is null");
    requireNonNull(date, "date is null");
    requireNonNull(severity, "severity is null");
    services = List.copyOf(services);
    requireNonNull(owner, "owner is null");
    requireNonNull(author, "author is null");
    failureModes = List.copyOf(failureModes);
    repeatOf = List.copyOf(repeatOf);
    factors = List.copyOf(factors);
  }

  /** An incident of whose contributing factors nothing is known. */
  public Incident(
      Optional<String> id,
      Optional<String> title,
      Optional<LocalDate> date,
      Optional<String> severity,
      List<String> services,
      Optional<String> owner,
      Optional<String> author,
      List<String> failureModes,
      List<String> repeatOf) {
    this(id, title, date, severity, services, owner, author, failureModes, repeatOf, List.of());
  }

  /**
   * What two documents about the same incident have in common: its id, else its title and date.
   * Absent where the document says too little to tell.
   */
  public Optional<String> key() {
    Optional<String> byId = id.map(Words::normalise).filter(words -> !words.isEmpty());
    return byId.or(
        () -> title.flatMap(words -> date.map(day -> Words.normalise(words) + " " + day)));
  }

  /** An incident of which nothing is known. */
  public static Incident unknown() {
    return new Incident(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
