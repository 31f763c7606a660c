package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemState;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an action item stands: the ticket's word where there is one, else the document's.
 *
 * @param verified whether it is done and something shows it
 * @param evidence addresses that came with the closing or that people wrote on the ticket
 * @param closedBy the handle of who closed it; absent while it is open or where nobody tells
 * @param closedAt when it was closed; absent while it is open
 */
public record Standing(
    ItemState state,
    boolean verified,
    List<String> evidence,
    Optional<String> closedBy,
    Optional<Instant> closedAt) {
  public Standing {
    requireNonNull(state, "state is null");
    evidence = List.copyOf(evidence);
    requireNonNull(closedBy, "closedBy is null");
    requireNonNull(closedAt, "closedAt is null");
  }

  /** Where an item stands of which no ticket was read yet. */
  public static Standing of(ActionItem item) {
    ItemState state =
        switch (item.stage()) {
          case PROPOSED -> ItemState.PROPOSED;
          case ACCEPTED -> ItemState.ACCEPTED;
          case DONE_AT_BIRTH -> ItemState.DONE;
          case LEARNED, MERGED -> item.promise().done() ? ItemState.DONE : ItemState.AWARE;
        };
    return new Standing(state, false, List.of(), Optional.empty(), Optional.empty());
  }

  /** Where an item stands whose ticket is known. */
  public static Standing of(ActionItem item, Mirror mirror) {
    Ticket ticket = mirror.ticket();
    List<String> evidence = evidence(item, mirror);
    Optional<Transition> closing =
        mirror.transition().filter(last -> last.to() == ticket.state() && last.to().isClosed());
    Optional<Account> closedBy = closing.flatMap(Transition::by).or(ticket::closedBy);
    Optional<Instant> closedAt = ticket.closedAt().or(() -> closing.map(Transition::at));
    boolean closed = ticket.state().isClosed();
    ItemState state =
        switch (ticket.state()) {
          case OPEN -> ItemState.ACCEPTED;
          case IN_PROGRESS -> ItemState.IN_PROGRESS;
          case BLOCKED -> ItemState.BLOCKED;
          case DONE -> ItemState.DONE;
          case DECLINED -> ItemState.DECLINED;
          case GONE -> ItemState.GONE;
          case UNKNOWN -> ItemState.UNKNOWN;
        };
    return new Standing(
        state,
        state == ItemState.DONE && !evidence.isEmpty(),
        evidence,
        closedBy.map(Account::handle).filter(handle -> closed),
        closedAt.filter(at -> closed));
  }

  /** The ticket's own address and its postmortem's show nothing. */
  private static List<String> evidence(ActionItem item, Mirror mirror) {
    Set<String> found = new LinkedHashSet<>();
    mirror.transition().ifPresent(last -> found.addAll(last.evidence()));
    found.addAll(mirror.links());
    found.remove(mirror.ticket().ref().url());
    item.origin().link().ifPresent(found::remove);
    return List.copyOf(found);
  }
}
