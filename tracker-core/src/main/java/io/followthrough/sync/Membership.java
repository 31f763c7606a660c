package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Claim;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of several processes that share a ledger. It holds a lease, which it renews while it lives.
 * Who lets it end is struck off: its turns and what it had in flight go to the others, and whatever
 * it still writes is refused, so that one that stood still and goes on does no harm. Used by
 * several threads.
 */
public final class Membership implements Turns {
  private static final String MEMBER = "member/";
  private static final String TURN = "turn/";
  private static final Logger log = LoggerFactory.getLogger(Membership.class);

  private final Ledger ledger;
  private final String node;
  private final InstantSource clock;
  private final Predicate<String> isKnownDead;
  private final Duration lease;

  /**
   * A member that has not joined.
   *
   * @param node this process, different at each start
   * @param isKnownDead true for a node that is certainly no more, whatever its lease says
   * @param lease how long a member is believed to live without a sign of it, half as much again for
   *     clocks that differ
   */
  public Membership(
      Ledger ledger,
      String node,
      InstantSource clock,
      Predicate<String> isKnownDead,
      Duration lease) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.node = requireNonNull(node, "node is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.isKnownDead = requireNonNull(isKnownDead, "isKnownDead is null");
    this.lease = requireNonNull(lease, "lease is null");
  }

  /** How often a member has to give a sign of life. */
  public static Duration beat(Duration lease) {
    return lease.dividedBy(4);
  }

  /** Becomes a member, and strikes off who is none any more. */
  public void join() {
    ledger.run(
        books -> {
          renew(books);
          strikeOff(books);
        });
  }

  /**
   * Gives a sign of life, and strikes off who gave none.
   *
   * @return false where this process itself was struck off: it has to begin anew, under another
   *     name
   */
  public boolean beat() {
    return ledger.write(
        books -> {
          if (books.settings().get(MEMBER + node).isEmpty()) {
            return false;
          }
          renew(books);
          strikeOff(books);
          return true;
        });
  }

  /** Ends the membership; what is still in flight is looked up by the others. */
  public void leave() {
    ledger.run(books -> strikeOff(books, node));
  }

  /** The ledger as a member sees it: whoever was struck off can't write. */
  public Ledger fenced() {
    return new FencedLedger(ledger, MEMBER + node);
  }

  /** The members whose lease has not ended. */
  public static List<String> living(Books books, Instant now) {
    return books.settings().startingWith(MEMBER).entrySet().stream()
        .filter(member -> until(member.getValue()).isAfter(now))
        .map(member -> member.getKey().substring(MEMBER.length()))
        .toList();
  }

  @Override
  public boolean take(String destination) {
    return ledger.write(
        books -> {
          Optional<String> holder = books.settings().get(TURN + destination);
          boolean free =
              holder
                  .filter(other -> !other.equals(node))
                  .filter(other -> books.settings().get(MEMBER + other).isPresent())
                  .isEmpty();
          if (free) {
            books.settings().put(TURN + destination, node);
          }
          return free;
        });
  }

  @Override
  public void give(String destination) {
    ledger.run(
        books -> {
          if (books.settings().get(TURN + destination).equals(Optional.of(node))) {
            books.settings().remove(TURN + destination);
          }
        });
  }

  @Override
  public Optional<Instant> mayBeCalledUntil(OutboxEntry entry) {
    return entry
        .claim()
        .filter(claim -> !claim.owner().equals(node) && !isKnownDead.test(claim.owner()))
        .map(Claim::until);
  }

  private void renew(Books books) {
    books.settings().put(MEMBER + node, clock.instant().plus(lease).toString());
  }

  private void strikeOff(Books books) {
    Instant over = clock.instant().minus(lease.dividedBy(2));
    for (Map.Entry<String, String> each : books.settings().startingWith(MEMBER).entrySet()) {
      String member = each.getKey().substring(MEMBER.length());
      if (!member.equals(node)
          && (until(each.getValue()).isBefore(over) || isKnownDead.test(member))) {
        log.warn("{} fell silent; its work goes on here", member);
        strikeOff(books, member);
      }
    }
  }

  private static Instant until(String lease) {
    try {
      return Instant.parse(lease);
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }

  private void strikeOff(Books books, String member) {
    books.settings().remove(MEMBER + member);
    books.settings().startingWith(TURN).entrySet().stream()
        .filter(turn -> turn.getValue().equals(member))
        .forEach(turn -> books.settings().remove(turn.getKey()));
    Instant now = clock.instant();
    for (OutboxEntry entry : books.outbox().in(OutboxState.IN_FLIGHT, Integer.MAX_VALUE)) {
      if (entry.claim().map(Claim::owner).equals(Optional.of(member))) {
        boolean taken = books.outbox().replace(entry, entry.unknown("its node fell silent", now));
        assert taken;
      }
    }
  }
}
