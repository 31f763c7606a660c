package io.followthrough.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ticket of a {@link MemoryTracker} under change: takes new values, then makes the ticket. */
final class MemoryDraft {
  final TicketRef ref;
  final Instant createdAt;
  String title = "";
  String body = "";
  TicketState state = TicketState.OPEN;
  String status = "Open";
  Optional<String> resolution = Optional.empty();
  List<Account> assignees = List.of();
  List<String> labels = List.of();
  Optional<String> priority = Optional.empty();
  Optional<LocalDate> due = Optional.empty();
  Optional<String> planned = Optional.empty();
  Optional<Instant> closedAt = Optional.empty();
  Optional<Account> closedBy = Optional.empty();
  Optional<Transition> transition = Optional.empty();
  Optional<Redating> redating = Optional.empty();
  List<Comment> comments = new ArrayList<>();
  boolean deleted;

  MemoryDraft(TicketRef ref, Instant createdAt) {
    this.ref = ref;
    this.createdAt = createdAt;
  }

  static MemoryDraft of(MemoryTicket stored) {
    Ticket ticket = stored.ticket();
    MemoryDraft draft = new MemoryDraft(ticket.ref(), ticket.createdAt());
    draft.title = ticket.title();
    draft.body = stored.body();
    draft.state = ticket.state();
    draft.status = ticket.status();
    draft.resolution = ticket.resolution();
    draft.assignees = ticket.assignees();
    draft.labels = ticket.labels();
    draft.priority = ticket.priority();
    draft.due = ticket.due();
    draft.planned = ticket.planned();
    draft.closedAt = ticket.closedAt();
    draft.closedBy = ticket.closedBy();
    draft.transition = stored.transition();
    draft.redating = stored.redating();
    draft.comments = new ArrayList<>(stored.comments());
    draft.deleted = stored.deleted();
    return draft;
  }

  /** Moves to another state; closing and re-opening become the last transition. */
  void move(TicketState to, Account by, Instant now, List<String> evidence) {
    boolean closes = to.isClosed();
    if (closes || state.isClosed()) {
      transition = Optional.of(new Transition(to, now, Optional.of(by), lastWords(), evidence));
    }
    state = to;
    status = status(to);
    resolution = resolution(to);
    closedAt = closes ? Optional.of(now) : Optional.empty();
    closedBy = closes ? Optional.of(by) : Optional.empty();
  }

  /** Sets or removes the due date. */
  void redate(Optional<LocalDate> to, Account by, Instant now) {
    if (!due.equals(to)) {
      due = to;
      redating = Optional.of(new Redating(to, now, Optional.of(by), lastWords()));
    }
  }

  MemoryTicket build(Instant updatedAt) {
    Ticket ticket =
        new Ticket(
            ref,
            title,
            state,
            status,
            resolution,
            assignees,
            labels,
            priority,
            due,
            planned,
            MarkdownBlock.markIn(body),
            MarkdownBlock.findIn(body).map(MarkdownBlock::text).orElse(""),
            createdAt,
            updatedAt,
            closedAt,
            closedBy);
    return new MemoryTicket(ticket, body, comments, transition, redating, deleted);
  }

  private Optional<String> lastWords() {
    return comments.stream().filter(Comment::isHuman).reduce((a, b) -> b).map(Comment::body);
  }

  private static String status(TicketState state) {
    return switch (state) {
      case OPEN -> "Open";
      case IN_PROGRESS -> "In progress";
      case BLOCKED -> "Blocked";
      case DONE -> "Done";
      case DECLINED -> "Declined";
      case GONE -> "Gone";
      case UNKNOWN -> "Unknown";
    };
  }

  private static Optional<String> resolution(TicketState state) {
    return switch (state) {
      case DONE -> Optional.of("completed");
      case DECLINED -> Optional.of("not_planned");
      case OPEN, IN_PROGRESS, BLOCKED, GONE, UNKNOWN -> Optional.empty();
    };
  }
}
