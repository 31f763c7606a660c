package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as the poller last saw it. Nothing but the poller writes it.
 *
 * @param seenAt when the poller read it, by our clock
 * @param humanActAt the last act of a person on the ticket; its creation where there is none
 * @param transition the last closing or re-opening, read once when it was seen
 * @param redating the last change of the due date, read once when it was seen
 * @param links addresses that people put into comments, newest last
 * @param due the due date that counts: the tracker's own, else that of our block
 */
public record Mirror(
    ItemId item,
    String tracker,
    Ticket ticket,
    Instant seenAt,
    Instant humanActAt,
    Optional<Transition> transition,
    Optional<Redating> redating,
    List<String> links,
    Optional<LocalDate> due) {
  public Mirror {
    requireNonNull(item, "item is null");
    requireNonNull(tracker, "tracker is null");
    requireNonNull(ticket, "ticket is null");
    requireNonNull(seenAt, "seenAt is null");
    requireNonNull(humanActAt, "humanActAt is null");
    requireNonNull(transition, "transition is null");
    requireNonNull(redating, "redating is null");
    links = List.copyOf(links);
    requireNonNull(due, "due is null");
  }
}
