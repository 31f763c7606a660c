package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last time that a ticket was closed or re-opened, read once when the poller sees it.
 *
 * @param by who did it, where the tracker tells
 * @param words the last comment of a person before or at the transition
 * @param evidence addresses of merged changes, commits and links that came with it
 */
public record Transition(
    TicketState to,
    Instant at,
    Optional<Account> by,
    Optional<String> words,
    List<String> evidence) {
  public Transition {
    requireNonNull(to, "to is null");
    requireNonNull(at, "at is null");
    requireNonNull(by, "by is null");
    requireNonNull(words, "words is null");
    evidence = List.copyOf(evidence);
  }
}
