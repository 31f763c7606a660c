package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A ticket as a {@link MemoryTracker} holds it.
 *
 * @param body the whole description in Markdown, our block and people's words
 * @param comments oldest first; {@link Comment#key()} is present for ours only
 * @param transition the last closing or re-opening
 * @param redating the last change of the due date by a person
 * @param deleted true where every read says that it is gone
 */
public record MemoryTicket(
    Ticket ticket,
    String body,
    List<Comment> comments,
    Optional<Transition> transition,
    Optional<Redating> redating,
    boolean deleted) {
  public MemoryTicket {
    requireNonNull(ticket, "ticket is null");
    requireNonNull(body, "body is null");
    comments = List.copyOf(comments);
    requireNonNull(transition, "transition is null");
    requireNonNull(redating, "redating is null");
  }

  /** The tracker's id of it. */
  public String id() {
    return ticket.ref().id();
  }
}
