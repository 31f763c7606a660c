package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The last time that a ticket's due date was set to another one, read once when the poller sees it.
 *
 * @param to the new date; absent where it was removed
 * @param by who did it, where the tracker tells
 * @param words the last comment of a person before or at the change
 */
public record Redating(
    Optional<LocalDate> to, Instant at, Optional<Account> by, Optional<String> words) {
  public Redating {
    requireNonNull(to, "to is null");
    requireNonNull(at, "at is null");
    requireNonNull(by, "by is null");
    requireNonNull(words, "words is null");
  }
}
