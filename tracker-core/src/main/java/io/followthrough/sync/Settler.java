package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out by the mark whether a call of unknown outcome happened. */
final class Settler {
  /** Room for a tracker's clock that differs from ours. */
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final String installation;

  Settler(String installation) {
    this.installation = installation;
  }

  /**
   * Looks an effect up.
   *
   * @return what happened; empty where the tracker does not show it, which proves nothing before
   *     {@link Tracker#findLag()} is over
   */
  Optional<Sender.Landed> look(Tracker tracker, OutboxEntry entry, ActionItem item, Instant now) {
    return entry
        .effect()
        .match(
            create ->
                ticketOf(tracker, create.draft(), entry.sentAt().orElse(entry.createdAt()))
                    .map(receipt -> Sender.born(tracker, entry, receipt, now)),
            edit -> Optional.empty(),
            comment ->
                item.filing()
                    .flatMap(filing -> tracker.findComment(filing.ref(), comment.draft().key()))
                    .map(found -> Sender.said(comment, item, found)));
  }

  private Optional<Receipt> ticketOf(Tracker tracker, TicketDraft draft, Instant sentAt) {
    MarkQuery query =
        new MarkQuery(installation, Set.of(draft.marker().item()), sentAt.minus(SKEW));
    List<Ticket> found = tracker.find(query);
    return found.stream()
        .min(Comparator.comparing(Ticket::createdAt).thenComparing(t -> t.ref().id()))
        .map(oldest -> receipt(oldest, draft, found));
  }

  /** What a found ticket says of what we wrote; a twin is said, never mended. */
  static Receipt receipt(Ticket ticket, TicketDraft draft, List<Ticket> found) {
    List<String> remarks =
        found.stream()
            .filter(other -> !other.ref().id().equals(ticket.ref().id()))
            .map(other -> other.ref().key() + " carries the same mark: please close one of the two")
            .toList();
    Optional<String> assignee = draft.assignee().filter(handle -> isAssigned(ticket, handle));
    Written written =
        new Written(ticket.title(), assignee, draft.due(), draft.priority(), ticket.block());
    return new Receipt(ticket, written, remarks);
  }

  private static boolean isAssigned(Ticket ticket, String handle) {
    return ticket.assignees().stream().anyMatch(a -> a.handle().equalsIgnoreCase(handle));
  }
}
