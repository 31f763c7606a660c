package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.FollowUpState;
import java.util.List;
import java.util.Optional;

/**
 * What a look at an item came to. The notice and the state belong into one transaction.
 *
 * @param notice what is to be said now
 * @param next the state to keep; its {@code nextAt} is when to decide again
 * @param why a sentence for whoever asks why this, or why nothing
 * @param noted what was found out and belongs into the journal, a sentence each: a deferral, a
 *     ticket that is gone
 */
public record Decision(
    Optional<Notice> notice, FollowUpState next, String why, List<String> noted) {
  public Decision {
    requireNonNull(notice, "notice is null");
    requireNonNull(next, "next is null");
    requireNonNull(why, "why is null");
    noted = List.copyOf(noted);
  }
}
