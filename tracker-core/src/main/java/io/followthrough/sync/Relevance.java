package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Carried;
import io.followthrough.item.Filing;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.tracker.TicketState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whether what an outbox entry says is still true just before it is sent. Pure. */
final class Relevance {
  private static final String UNFILED = "it has no ticket";

  /** The kind of a comment that answers one. */
  private static final String REPLY = "reply";

  private static final Optional<String> UNKNOWN = Optional.of("it is no longer known");

  private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

  private Relevance() {}

  /** Why an entry is no longer true; empty while it is. */
  static Optional<String> lost(OutboxEntry entry, Dossier about, Instant now) {
    return entry
        .effect()
        .accept(
            new Effect.Reader<Optional<String>>() {
              @Override
              public Optional<String> create(Effect.CreateTicket create) {
                if (about.item().isPresent()) {
                  return creation(about.item().get());
                }
                return about.own().isPresent() ? creation(about.own().get()) : UNKNOWN;
              }

              @Override
              public Optional<String> edit(Effect.EditTicket edit) {
                Optional<Carried> carried =
                    about
                        .item()
                        .map(ActionItem::carried)
                        .or(() -> about.own().map(OwnTicket::carried));
                return carried.isPresent()
                    ? Relevance.edit(entry, about.filing(), carried.get())
                    : UNKNOWN;
              }

              @Override
              public Optional<String> comment(Effect.PostComment comment) {
                if (about.item().isPresent()) {
                  return Relevance.comment(entry, comment, about.item().get(), about.mirror(), now);
                }
                return about.own().isPresent()
                    ? Relevance.comment(comment, about.own().get())
                    : UNKNOWN;
              }

              @Override
              public Optional<String> amend(Effect.AmendComment amend) {
                return about.filing().isEmpty() ? Optional.of(UNFILED) : Optional.empty();
              }

              @Override
              public Optional<String> close(Effect.CloseTicket close) {
                return closing(entry, about);
              }

              @Override
              public Optional<String> message(Effect.SendMessage message) {
                return message
                    .message()
                    .goodUntil()
                    .filter(now::isAfter)
                    .map(until -> "it was worth telling until " + until);
              }
            });
  }

  private static Optional<String> creation(OwnTicket own) {
    return own.filing().map(filing -> "it has its ticket " + filing.ref().key());
  }

  /** What is answered is answered, whatever became of the ticket. */
  private static Optional<String> comment(Effect.PostComment comment, OwnTicket own) {
    if (own.filing().isEmpty()) {
      return Optional.of(UNFILED);
    }
    return comment.kind().equals(REPLY)
        ? Optional.empty()
        : own.ticket().flatMap(ticket -> closed(ticket.state()));
  }

  /** A person's act since it was decided makes a ticket theirs. */
  private static Optional<String> closing(OutboxEntry entry, Dossier about) {
    if (about.filing().isEmpty()) {
      return Optional.of(UNFILED);
    }
    if (about.filing().get().adopted()) {
      return Optional.of("the ticket was there before us");
    }
    return about
        .mirror()
        .flatMap(
            seen ->
                seen.humanActAt().isAfter(entry.createdAt())
                    ? Optional.of("a person has acted since")
                    : closed(seen.ticket().state()));
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

  private static Optional<String> edit(
      OutboxEntry entry, Optional<Filing> filing, Carried carried) {
    if (filing.isEmpty()) {
      return Optional.of(UNFILED);
    }
    return entry.key().endsWith("/" + carried.revision())
        ? Optional.empty()
        : Optional.of("a later edit says more");
  }

  private static Optional<String> comment(
      OutboxEntry entry,
      Effect.PostComment comment,
      ActionItem item,
      Optional<Mirror> mirror,
      Instant now) {
    if (item.filing().isEmpty()) {
      return Optional.of(UNFILED);
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
      case "due-soon" ->
          seen.due().filter(due -> due.isBefore(today(now))).isPresent()
              ? Optional.of("its due date has passed")
              : dated(entry, seen);
      case "overdue" -> dated(entry, seen);
      case "nudge", "blocked" ->
          seen.humanActAt().isAfter(entry.createdAt())
              ? Optional.of("a person has acted since")
              : closed(state);
      default -> closed(state);
    };
  }

  /** The day that ends last on earth: a date has passed when it has for everybody. */
  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, LAST_ZONE);
  }

  private static Optional<String> dated(OutboxEntry entry, Mirror seen) {
    return seen.due().filter(due -> !entry.key().contains("/" + due)).isPresent()
        ? Optional.of("its due date has moved")
        : closed(seen.ticket().state());
  }

  private static Optional<String> closed(TicketState state) {
    return state.isClosed() ? Optional.of("the ticket is closed") : Optional.empty();
  }
}
