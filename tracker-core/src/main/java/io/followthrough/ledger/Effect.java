package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import java.util.function.Function;

/** What an outbox entry will do to the world. */
public sealed interface Effect {
  /** Reads whichever it is. */
  <T> T match(
      Function<? super CreateTicket, ? extends T> create,
      Function<? super EditTicket, ? extends T> edit,
      Function<? super PostComment, ? extends T> comment);

  /** A ticket is born. */
  record CreateTicket(TicketDraft draft) implements Effect {
    public CreateTicket {
      requireNonNull(draft, "draft is null");
    }

    @Override
    public <T> T match(
        Function<? super CreateTicket, ? extends T> create,
        Function<? super EditTicket, ? extends T> edit,
        Function<? super PostComment, ? extends T> comment) {
      return create.apply(this);
    }
  }

  /** What we wrote to a ticket changes. */
  record EditTicket(TicketEdit edit) implements Effect {
    public EditTicket {
      requireNonNull(edit, "edit is null");
    }

    @Override
    public <T> T match(
        Function<? super CreateTicket, ? extends T> create,
        Function<? super EditTicket, ? extends T> edit,
        Function<? super PostComment, ? extends T> comment) {
      return edit.apply(this);
    }
  }

  /**
   * Something is said on a ticket.
   *
   * @param kind what is said: {@code nudge}, {@code due-soon}, {@code overdue}, {@code evidence} …
   */
  record PostComment(String kind, CommentDraft draft) implements Effect {
    public PostComment {
      requireNonNull(kind, "kind is null");
      requireNonNull(draft, "draft is null");
    }

    @Override
    public <T> T match(
        Function<? super CreateTicket, ? extends T> create,
        Function<? super EditTicket, ? extends T> edit,
        Function<? super PostComment, ? extends T> comment) {
      return comment.apply(this);
    }
  }
}
