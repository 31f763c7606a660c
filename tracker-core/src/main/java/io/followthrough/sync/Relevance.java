package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.TicketState;
import java.util.Optional;

/** Whether what an outbox entry says is still true just before it is sent. Pure. */
final class Relevance {
  private Relevance() {}

  /** Why an entry is no longer true; empty while it is. */
  static Optional<String> lost(
      OutboxEntry entry, Optional<ActionItem> item, Optional<Mirror> mirror) {
    if (item.isEmpty()) {
      return Optional.of("the item is no longer known");
    }
    return entry
        .effect()
        .match(
            create -> creation(item.get()),
            edit -> edit(entry, item.get()),
            comment -> comment(entry, comment, item.get(), mirror));
  }

  private static Optional<String> creation(ActionItem item) {
    if (item.filing().isPresent()) {
      return Optional.of("it has its ticket " + item.filing().get().ref().key());
    }
    if (item.removedAt().isPresent()) {
      return Optional.of("the postmortem no longer has it");
    }
    return item.stage() == Stage.ACCEPTED
        ? Optional.empty()
        : Optional.of("the postmortem changed and it is no longer accepted");
  }

  private static Optional<String> edit(OutboxEntry entry, ActionItem item) {
    if (item.filing().isEmpty()) {
      return Optional.of("it has no ticket");
    }
    return entry.key().endsWith("/" + item.carried().revision())
        ? Optional.empty()
        : Optional.of("a later edit says more");
  }

  private static Optional<String> comment(
      OutboxEntry entry, Effect.PostComment comment, ActionItem item, Optional<Mirror> mirror) {
    if (item.filing().isEmpty()) {
      return Optional.of("it has no ticket");
    }
    if (mirror.isEmpty()) {
      return Optional.empty();
    }
    Mirror seen = mirror.get();
    TicketState state = seen.ticket().state();
    return switch (comment.kind()) {
      case "reason" ->
          state == TicketState.DECLINED
              ? Optional.empty()
              : Optional.of("the ticket is open again, or gone");
      case "reply" ->
          state == TicketState.GONE ? Optional.of("the ticket is gone") : Optional.empty();
      case "evidence" ->
          state == TicketState.DONE ? Optional.empty() : Optional.of("the ticket is open again");
      case "overdue", "due-soon" ->
          seen.due().filter(due -> !entry.key().contains("/" + due)).isPresent()
              ? Optional.of("its due date has moved")
              : closed(state);
      case "nudge", "blocked" ->
          seen.humanActAt().isAfter(entry.createdAt())
              ? Optional.of("a person has acted since")
              : closed(state);
      default -> closed(state);
    };
  }

  private static Optional<String> closed(TicketState state) {
    return state.isClosed() ? Optional.of("the ticket is closed") : Optional.empty();
  }
}
