package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A reason to say nothing on a ticket for a while: snoozed, paused, planned for a sprint.
 *
 * @param until the first instant at which something may be said again
 * @param why in words that complete "nothing is said: …"
 */
public record Quiet(Instant until, String why) {
  public Quiet {
    requireNonNull(until, "until is null");
    requireNonNull(why, "why is null");
  }
}
