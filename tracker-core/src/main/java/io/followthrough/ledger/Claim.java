package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Who holds an outbox entry in flight.
 *
 * @param owner the node
 * @param epoch counts the claims on this entry: a result is taken only from the newest one
 * @param until the end of the lease, which is longer than any call may last
 */
public record Claim(String owner, long epoch, Instant until) {
  public Claim {
    requireNonNull(owner, "owner is null");
    requireNonNull(until, "until is null");
  }
}
