package io.followthrough.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What was read out of one document, items in the order of their lines. */
public record Extracted(
    IncidentFacts incident, List<Candidate> candidates, List<NotTaken> notTaken) {
  public Extracted {
    requireNonNull(incident, "incident is null");
    candidates = List.copyOf(candidates);
    notTaken = List.copyOf(notTaken);
  }
}
