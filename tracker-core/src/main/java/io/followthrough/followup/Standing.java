package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemState;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketState;
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
 * @param closedBy the handle of who closed or declined it; absent while it is open or where nobody
 *     tells
 * @param closedAt when it was closed; absent while it is open
 */
public record Standing(
    ItemState state,
    boolean verified,
    List<String> evidence,
    Optional<String> closedBy,
    Optional<Instant> closedAt) {
  /** The label that says on a ticket that it waits for something. */
  static final String BLOCKED = "followthrough:blocked";

  /** The label that says on a ticket that nothing is to be asked. */
  static final String SNOOZED = "followthrough:snooze";

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
          case AWARE -> ItemState.AWARE;
          case DECLINED -> ItemState.DECLINED;
          case LEARNED, MERGED -> item.promise().done() ? ItemState.DONE : ItemState.AWARE;
        };
    return new Standing(state, false, List.of(), Optional.empty(), Optional.empty());
  }

  /** Where an item stands whose ticket is known, and of which nobody has answered anything. */
  public static Standing of(ActionItem item, Mirror mirror) {
    return of(item, mirror, Answers.NONE);
  }

  /** Where an item stands whose ticket is known, by what people have answered on it. */
  public static Standing of(ActionItem item, Mirror mirror, Answers answers) {
    Ticket ticket = mirror.ticket();
    List<String> evidence = evidence(item, mirror, answers);
    Optional<Answers.Declined> declined = declined(mirror, answers);
    Optional<Transition> closing =
        mirror.transition().filter(last -> last.to() == ticket.state() && last.to().isClosed());
    Optional<String> closedBy =
        closing.flatMap(Transition::by).or(ticket::closedBy).map(Account::handle);
    Optional<Instant> closedAt = ticket.closedAt().or(() -> closing.map(Transition::at));
    boolean closed = ticket.state().isClosed();
    ItemState state =
        declined.isPresent() && !closed
            ? ItemState.DECLINED
            : state(ticket, answers.blockedBy().isPresent());
    return new Standing(
        state,
        state == ItemState.DONE && !evidence.isEmpty(),
        evidence,
        closed ? closedBy : declined.map(Answers.Declined::by),
        closed ? closedAt : declined.map(Answers.Declined::at));
  }

  private static ItemState state(Ticket ticket, boolean blocked) {
    return switch (ticket.state()) {
      case OPEN -> blocked || labelled(ticket, BLOCKED) ? ItemState.BLOCKED : ItemState.ACCEPTED;
      case IN_PROGRESS ->
          blocked || labelled(ticket, BLOCKED) ? ItemState.BLOCKED : ItemState.IN_PROGRESS;
      case BLOCKED -> ItemState.BLOCKED;
      case DONE -> ItemState.DONE;
      case DECLINED -> ItemState.DECLINED;
      case GONE -> ItemState.GONE;
      case UNKNOWN -> ItemState.UNKNOWN;
    };
  }

  static boolean labelled(Ticket ticket, String label) {
    return ticket.labels().stream().anyMatch(label::equalsIgnoreCase);
  }

  /** Whoever starts or re-opens a ticket after it was declined means it again. */
  private static Optional<Answers.Declined> declined(Mirror mirror, Answers answers) {
    boolean meant =
        mirror.ticket().state() == TicketState.IN_PROGRESS
            || mirror
                .transition()
                .filter(last -> !last.to().isClosed())
                .filter(
                    last -> answers.declined().filter(no -> last.at().isAfter(no.at())).isPresent())
                .isPresent();
    return meant ? Optional.empty() : answers.declined();
  }

  /** The ticket's own address and its postmortem's show nothing. */
  private static List<String> evidence(ActionItem item, Mirror mirror, Answers answers) {
    Set<String> found = new LinkedHashSet<>();
    mirror.transition().ifPresent(last -> found.addAll(last.evidence()));
    found.addAll(mirror.links());
    found.addAll(answers.evidence());
    found.remove(mirror.ticket().ref().url());
    item.origin().link().ifPresent(found::remove);
    return List.copyOf(found);
  }
}
