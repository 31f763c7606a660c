package io.followthrough.extract;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Incident;
import java.util.List;
import java.util.Optional;

/**
 * What a document says of its incident and of itself.
 *
 * @param status the document's own status as written, such as {@code final}
 * @param labels labels, tags and categories of the front matter
 * @param confidential what the document says of who may read it, such as {@code restricted}
 * @param factors categories of contributing factors as written, such as {@code detection gap}
 * @param factorKinds the kinds of contributing factors that it names
 */
public record IncidentFacts(
    Incident incident,
    Optional<String> status,
    List<String> labels,
    Optional<String> confidential,
    List<String> factors,
    List<Factor> factorKinds) {
  public IncidentFacts {
    requireNonNull(incident, "incident is null");
    requireNonNull(status, "status is null");
    labels = List.copyOf(labels);
    requireNonNull(confidential, "confidential is null");
    factors = List.copyOf(factors);
    factorKinds = List.copyOf(factorKinds);
  }
}
