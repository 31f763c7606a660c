package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.notify.Message;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;

/** What an outbox entry will do to the world. */
public sealed interface Effect {
  /** Reads whichever it is; where one kind alone matters, {@code instanceof} says it shorter. */
  <T> T accept(Reader<? extends T> reader);

  /** True where a ticket is born. */
  default boolean isCreation() {
    return this instanceof CreateTicket;
  }

  /** What there is to be read. */
  interface Reader<T> {
    /** Reads a creation. */
    T create(CreateTicket create);

    /** Reads an edit. */
    T edit(EditTicket edit);

    /** Reads a comment. */
    T comment(PostComment comment);

    /** Reads the change of a comment. */
    T amend(AmendComment amend);

    /** Reads a closing. */
    T close(CloseTicket close);

    /** Reads a message. */
    T message(SendMessage message);
  }

  /** A ticket is born. */
  record CreateTicket(TicketDraft draft) implements Effect {
    public CreateTicket {
      requireNonNull(draft, "draft is null");
    }

    @Override
    public <T> T accept(Reader<? extends T> reader) {
      return reader.create(this);
    }
  }

  /** What we wrote to a ticket changes. */
  record EditTicket(TicketEdit edit) implements Effect {
    public EditTicket {
      requireNonNull(edit, "edit is null");
    }

    @Override
    public <T> T accept(Reader<? extends T> reader) {
      return reader.edit(this);
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
    public <T> T accept(Reader<? extends T> reader) {
      return reader.comment(this);
    }
  }

  /**
   * A comment of ours gets other words; an operator's act. Doing it twice does no harm.
   *
   * @param draft its key is that of the comment, by which it is found
   */
  record AmendComment(CommentDraft draft) implements Effect {
    public AmendComment {
      requireNonNull(draft, "draft is null");
    }

    @Override
    public <T> T accept(Reader<? extends T> reader) {
      return reader.amend(this);
    }
  }

  /**
   * A ticket that we opened is closed as not planned; an operator's act. Doing it twice does no
   * harm.
   *
   * @param why for the journal
   */
  record CloseTicket(String why) implements Effect {
    public CloseTicket {
      requireNonNull(why, "why is null");
    }

    @Override
    public <T> T accept(Reader<? extends T> reader) {
      return reader.close(this);
    }
  }

  /** Somebody is told something on a channel. */
  record SendMessage(Message message) implements Effect {
    public SendMessage {
      requireNonNull(message, "message is null");
    }

    @Override
    public <T> T accept(Reader<? extends T> reader) {
      return reader.message(this);
    }
  }
}
