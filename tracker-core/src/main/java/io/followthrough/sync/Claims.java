package io.followthrough.sync;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Claim;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who makes the call of an entry: taken in the ledger before it leaves, for the time of a lease.
 */
final class Claims {
  /** The requests that one call of a tracker makes at most, what it looks up before included. */
  static final int REQUESTS = 8;

  /**
   * No call lasts longer: the pause that keeps its pace, and each request for as long as it may.
   */
  static final Duration CALL = Duration.ofMinutes(9);

  /** Longer than any call may last. */
  static final Duration LEASE = CALL.plusMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Claims.class);

  private final Ledger ledger;
  private final Bookkeeper bookkeeper;
  private final InstantSource clock;
  private final String node;

  Claims(Ledger ledger, Bookkeeper bookkeeper, InstantSource clock, String node) {
    this.ledger = ledger;
    this.bookkeeper = bookkeeper;
    this.clock = clock;
    this.node = node;
  }

  /** Takes an entry, unless it is no longer true or somebody was quicker. */
  Optional<OutboxEntry> claim(OutboxEntry entry) {
    return ledger.write(books -> claim(books, entry));
  }

  /** Takes entries in one transaction. */
  List<OutboxEntry> claim(List<OutboxEntry> entries) {
    return ledger.write(
        books -> entries.stream().flatMap(entry -> claim(books, entry).stream()).toList());
  }

  private Optional<OutboxEntry> claim(Books books, OutboxEntry entry) {
    Instant now = clock.instant();
    if (Restraint.of(books, now).on(books, entry).isPresent()) {
      return Optional.empty();
    }
    Optional<String> lost = Relevance.lost(entry, Dossier.of(books, entry.subject()), now);
    if (lost.isPresent()) {
      bookkeeper.superseded(books, entry, lost.get(), now);
      return Optional.empty();
    }
    long epoch = entry.claim().map(Claim::epoch).orElse(0L) + 1;
    OutboxEntry claimed = entry.claimed(new Claim(node, epoch, now.plus(LEASE)), now);
    return books.outbox().replace(entry, claimed) ? Optional.of(claimed) : Optional.empty();
  }

  /** Whoever was held up since its claim may not be alone with it any more when the call ends. */
  boolean isFresh(OutboxEntry claimed) {
    Instant now = clock.instant();
    return claimed.claim().filter(claim -> now.isBefore(claim.until().minus(CALL))).isPresent();
  }

  void giveBack(OutboxEntry claimed) {
    OutboxEntry next = claimed.again("held up before it was sent", clock.instant());
    boolean ours = ledger.write(books -> books.outbox().replace(claimed, next));
    log.debug("{} was held up before it was sent; {}", claimed.key(), ours);
  }
}
