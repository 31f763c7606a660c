package io.followthrough.sync;

import io.followthrough.ledger.Books;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * Is told what people write on tickets, in the transaction that keeps how far the poll has come: so
 * each comment is told even where the process dies, and may be told more than once.
 */
public interface Listener {
  /** Listens to nobody. */
  Listener DEAF = (books, heard) -> {};

  /**
   * A comment that a person wrote.
   *
   * @param tracker the name of its tracker
   * @param ticket the ticket as it was just read, or was last seen; absent where it is none that we
   *     follow
   * @param again whether it may have been told to a ledger that was lost
   */
  record Heard(
      String tracker, Comment comment, Optional<Ticket> ticket, boolean again, Instant now) {}

  /** Takes a comment in. Within the caller's transaction; calls no tracker. */
  void heard(Books books, Heard heard);
}
