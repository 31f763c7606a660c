package io.followthrough.daemon.status;

import static java.util.Objects.requireNonNull;

import io.followthrough.followup.Standing;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.Finding;
import io.followthrough.item.ItemState;
import io.followthrough.item.Placement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.TicketRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where an action item stands, put together from what the ledger holds of it: what {@code status},
 * the page and its API all say.
 *
 * @param mirror its ticket as last polled
 * @param followUp what was said on the ticket, and when to look again
 * @param repeatOf the earlier incident that its own repeats
 */
public record StatusItem(
    ActionItem item,
    Optional<Mirror> mirror,
    Optional<FollowUpState> followUp,
    Optional<String> repeatOf) {
  public StatusItem {
    requireNonNull(item, "item is null");
    requireNonNull(mirror, "mirror is null");
    requireNonNull(followUp, "followUp is null");
    requireNonNull(repeatOf, "repeatOf is null");
  }

  /** An item as the ledger has it; a repeat is one that its own postmortem names. */
  public static StatusItem of(Books books, ActionItem item) {
    List<String> named = item.origin().incident().repeatOf();
    return new StatusItem(
        item,
        books.mirrors().find(item.id()),
        books.followUps().find(item.id()),
        named.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", named)));
  }

  /** Where it stands, by its ticket where it has one. */
  public Standing standing() {
    return mirror.isPresent() ? Standing.of(item, mirror.get(), answers()) : Standing.of(item);
  }

  /** What people have answered on the ticket. */
  public Answers answers() {
    return followUp.map(FollowUpState::answers).orElse(Answers.NONE);
  }

  /** Whom the ticket was given to by people, else the owner that the postmortem names. */
  public Optional<String> owner() {
    Optional<String> answered = mirror.flatMap(seen -> answers().ownerOf(seen.ticket()));
    return answered
        .or(this::reassigned)
        .or(() -> answers().owner())
        .or(item::owner)
        .or(item.promise()::owner);
  }

  /** Until when it is snoozed, where that day is still to come. */
  public Optional<LocalDate> snoozedUntil() {
    return standing().state().isOpen() ? answers().snoozedUntil() : Optional.empty();
  }

  /** What it waits for, while it is open. */
  public Optional<String> blockedBy() {
    return standing().state().isOpen() ? answers().blockedBy() : Optional.empty();
  }

  /** The handle of the ticket's assignee where it is not the one that we set. */
  private Optional<String> reassigned() {
    Optional<String> ours = item.filing().flatMap(filing -> filing.written().assignee());
    return mirror.stream()
        .flatMap(seen -> seen.ticket().assignees().stream())
        .map(Account::handle)
        .filter(handle -> !ours.equals(Optional.of(handle)))
        .findFirst();
  }

  /** The date that counts: the ticket's where it has one, else the postmortem's. */
  public Optional<LocalDate> due() {
    return mirror.isPresent() ? mirror.get().due() : item.promise().due();
  }

  /** The item's own services, else those of its incident. */
  public List<String> services() {
    List<String> own = item.promise().services();
    return own.isEmpty() ? item.origin().incident().services() : own;
  }

  /** The findings for which it waits; empty for an item that does not wait. */
  public List<Finding> held() {
    return item.stage() == Stage.PROPOSED ? item.holds() : List.of();
  }

  /** The ticket, under the name that it has now. */
  public Optional<TicketRef> ticket() {
    return mirror.map(seen -> seen.ticket().ref()).or(() -> item.filing().map(Filing::ref));
  }

  /** The tracker that has the ticket, or that a route sends the item to. */
  public Optional<String> tracker() {
    return item.filing().map(Filing::tracker).or(() -> item.placement().map(Placement::tracker));
  }

  /** True from the day after the due date of a promise that somebody still owes. */
  public boolean isOverdue(LocalDate today) {
    return isOwed() && due().filter(day -> day.isBefore(today)).isPresent();
  }

  /** True where it is a promise, not yet kept: neither a proposal nor history nor removed. */
  public boolean isOwed() {
    ItemState state = standing().state();
    return counts() && state != ItemState.PROPOSED && state.isOpen();
  }

  /**
   * True where it counts as an item of its postmortem: it is not history, not followed under
   * another name, and was not taken out of the document before it had a ticket.
   */
  public boolean counts() {
    boolean withdrawn = item.removedAt().isPresent() && item.filing().isEmpty();
    return item.stage() != Stage.LEARNED && item.stage() != Stage.MERGED && !withdrawn;
  }
}
