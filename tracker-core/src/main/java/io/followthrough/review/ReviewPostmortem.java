package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import io.followthrough.followup.Repeat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a review knows of a postmortem.
 *
 * @param key the document's key
 * @param incident what tells two documents about the same incident, see {@code Incident.key()}
 * @param link an address that people can open
 * @param date of the incident, else the day on which the document was first seen
 * @param factors categories of what contributed to it
 * @param repeats earlier postmortems whose incident came back with this one
 */
public record ReviewPostmortem(
    String key,
    Optional<String> incident,
    String title,
    Optional<String> link,
    LocalDate date,
    List<String> services,
    List<String> failureModes,
    List<String> factors,
    List<Predecessor> repeats) {
  /** An earlier postmortem, and what had become of its items. */
  public record Predecessor(String title, Repeat.Kind kind) {
    public Predecessor {
      requireNonNull(title, "title is null");
      requireNonNull(kind, "kind is null");
    }
  }

  public ReviewPostmortem {
    requireNonNull(key, "key is null");
    requireNonNull(incident, "incident is null");
    requireNonNull(title, "title is null");
    requireNonNull(link, "link is null");
    requireNonNull(date, "date is null");
    services = List.copyOf(services);
    failureModes = List.copyOf(failureModes);
    factors = List.copyOf(factors);
    repeats = List.copyOf(repeats);
  }

  /** What a count of postmortems counts once. */
  String identity() {
    return incident.orElse(key);
  }
}
