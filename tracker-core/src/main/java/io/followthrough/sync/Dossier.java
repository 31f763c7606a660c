package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * What an outbox entry is about, as the ledger holds it now.
 *
 * @param mirror of the item's ticket
 * @param own where the subject has a ticket that stands for no item, or is to have one
 */
record Dossier(
    Subject subject, Optional<ActionItem> item, Optional<Mirror> mirror, Optional<OwnTicket> own) {
  Dossier {
    requireNonNull(subject, "subject is null");
    requireNonNull(item, "item is null");
    requireNonNull(mirror, "mirror is null");
    requireNonNull(own, "own is null");
  }

  static Dossier of(Books books, Subject subject) {
    return new Dossier(
        subject,
        subject.item().flatMap(books.items()::find),
        subject.item().flatMap(books.mirrors()::find),
        subject.item().isPresent() ? Optional.empty() : books.ownTickets().find(subject));
  }

  Optional<Filing> filing() {
    return item.flatMap(ActionItem::filing).or(() -> own.flatMap(OwnTicket::filing));
  }

  /** Where its ticket is, which it has to have. */
  Filing filed() {
    return filing().orElseThrow(() -> new IllegalStateException(subject + " has no ticket"));
  }

  /** Writes down how it is filed now. */
  void file(Books books, Filing filing, Instant now) {
    item.ifPresent(
        it -> {
          books.items().put(it.filed(filing));
          OwnPapers.stir(books, it.origin().documentKey(), now);
          if (books.followUps().find(it.id()).isEmpty()) {
            books.followUps().put(FollowUpState.untouched(it.id(), now));
          }
        });
    own.ifPresent(it -> books.ownTickets().put(it.filed(filing)));
    Newcomers.filed(books, filing, subject, now);
  }
}
