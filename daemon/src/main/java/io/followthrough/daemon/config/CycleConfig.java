package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often the daemon looks.
 *
 * @param documents at the sources
 * @param tickets at the trackers for changed tickets
 * @param sweep at every open ticket by its id
 */
public record CycleConfig(Duration documents, Duration tickets, Duration sweep) {
  public CycleConfig {
    requireNonNull(documents, "documents is null");
    requireNonNull(tickets, "tickets is null");
    requireNonNull(sweep, "sweep is null");
  }

  static CycleConfig of(Section section) {
    return new CycleConfig(
        section.duration("documents"), section.duration("tickets"), section.duration("sweep"));
  }
}
