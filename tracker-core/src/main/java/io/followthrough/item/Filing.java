package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.Marker;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Written;
import java.time.Instant;
import java.util.Optional;

/**
 * How an action item came to its ticket.
 *
 * @param adopted true where the ticket was there before us: none of its fields are ours
 * @param written what of ours the ticket holds; for an adopted ticket, nothing of it is used
 * @param marker the mark that the ticket was born with, which outlives renamed documents and lost
 *     ledgers; empty where it has none
 */
public record Filing(
    String tracker,
    TicketRef ref,
    Instant at,
    boolean adopted,
    Written written,
    Optional<Marker> marker) {
  public Filing {
    requireNonNull(tracker, "tracker is null");
    requireNonNull(ref, "ref is null");
    requireNonNull(at, "at is null");
    requireNonNull(written, "written is null");
    requireNonNull(marker, "marker is null");
  }

  /** A filing of which no mark is known. */
  public Filing(String tracker, TicketRef ref, Instant at, boolean adopted, Written written) {
    this(tracker, ref, at, adopted, written, Optional.empty());
  }

  /** The same filing after an edit or a move. */
  public Filing with(TicketRef newRef, Written newWritten) {
    return new Filing(tracker, newRef, at, adopted, newWritten, marker);
  }
}
