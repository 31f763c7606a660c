package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.People;
import io.followthrough.ledger.Claim;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.TicketDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several processes share a ledger, and one of them dies or stands still. */
final class MembershipTest {
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration SILENCE = Duration.ofSeconds(31);

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final Ledger ledger = new MemoryLedger();
  private final MemoryTracker board = MemoryTracker.of("backend", () -> now);
  private final Set<String> dead = new HashSet<>();
  private final Membership one = joined("one");
  private final Membership two = joined("two");

  private Membership joined(String node) {
    Membership member = new Membership(ledger, node, () -> now, dead::contains, LEASE);
    member.join();
    return member;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private List<String> living() {
    return ledger.read(books -> Membership.living(books, now));
  }

  @Test
  void aMemberLivesAsLongAsItGivesSignsOfLife() {
    for (int i = 0; i < 20; i++) {
      pass(Membership.beat(LEASE));
      assertTrue(one.beat());
      assertTrue(two.beat());
    }
    assertEquals(List.of("one", "two"), living());
    two.leave();
    assertEquals(List.of("one"), living());
    assertFalse(two.beat());
  }

  @Test
  void whoFallsSilentIsStruckOffWithinHalfAMinute() {
    pass(Duration.ofSeconds(29));
    assertTrue(one.beat());
    assertEquals(List.of("one"), living());
    assertTrue(two.beat(), "a clock may be slow");
    pass(SILENCE);

    assertTrue(one.beat());

    assertEquals(List.of("one"), living());
    assertFalse(two.beat(), "it has to begin anew");
  }

  @Test
  void whoIsKnownToBeDeadIsStruckOffAtOnce() {
    dead.add("two");
    assertTrue(one.beat());
    assertEquals(List.of("one"), living());
  }

  @Test
  void whoWasStruckOffWritesNothingMore() {
    Ledger fenced = two.fenced();
    fenced.run(books -> books.settings().put("a", "1"));
    pass(SILENCE);
    assertTrue(one.beat());

    LedgerException refusal =
        assertThrows(
            LedgerException.class, () -> fenced.run(books -> books.settings().put("a", "2")));

    assertEquals(LedgerException.Kind.LOCKED, refusal.kind());
    assertEquals(Optional.of("1"), fenced.read(books -> books.settings().get("a")));
  }

  @Test
  void aTurnIsOneMembersUntilItGivesItBackOrDies() {
    assertTrue(one.take("backend"));
    assertTrue(one.take("backend"));
    assertFalse(two.take("backend"));
    assertTrue(two.take("platform"));
    two.give("backend");
    assertFalse(two.take("backend"), "nobody gives back what another one has");
    one.give("backend");
    assertTrue(two.take("backend"));
    assertFalse(one.take("backend"));
    pass(SILENCE);
    assertTrue(one.beat());
    assertTrue(one.take("backend"));
  }

  @Test
  void aDestinationIsDeliveredByOneMemberAtATime() {
    promise();
    assertTrue(two.take("backend"));
    assertEquals(0, dispatcher("one", one).deliver(() -> false).sent());
    two.give("backend");
    assertEquals(1, dispatcher("one", one).deliver(() -> false).sent());
  }

  @Test
  void whatADeadMemberHasSentIsFoundByItsMark() {
    promise();
    claimedBy("two");
    assertEquals(1, board.create(List.of(draft())).size());
    pass(SILENCE);
    assertTrue(one.beat());

    assertEquals(1, dispatcher("one", one).deliver(() -> false).sent());

    assertEquals(1, board.snapshot().tickets().size());
    assertEquals(1L, ledger.<Long>read(books -> books.outbox().count(OutboxState.DONE)));
  }

  @Test
  void whatAStoppedMemberMayStillSendIsNotSentBeforeItsClaimHasEnded() {
    promise();
    OutboxEntry claimed = claimedBy("two");
    pass(SILENCE);
    assertTrue(one.beat());
    Dispatcher dispatcher = dispatcher("one", one);

    for (int i = 0; i < 4; i++) {
      assertEquals(0, dispatcher.deliver(() -> false).sent());
      assertEquals(0, board.snapshot().tickets().size());
      pass(Duration.ofSeconds(35));
    }
    now = claimed.claim().orElseThrow().until();
    assertEquals(1, dispatcher.deliver(() -> false).sent());
    assertEquals(1, board.snapshot().tickets().size());
  }

  private OutboxEntry claimedBy(String node) {
    return ledger.write(
        books -> {
          OutboxEntry pending = books.outbox().in(OutboxState.PENDING, 1).get(0);
          OutboxEntry claimed =
              pending.claimed(new Claim(node, 1, now.plus(Duration.ofMinutes(3))), now);
          assertTrue(books.outbox().replace(pending, claimed));
          return claimed;
        });
  }

  private void promise() {
    ActionItem item = World.item("Do the thing");
    ledger.run(
        books -> {
          books.items().put(item);
          Plan.between(List.of(item), it -> Optional.empty(), drafts()).stream()
              .map(
                  change ->
                      change.match(
                          Optional::of,
                          adopt -> Optional.<Change.Create>empty(),
                          edit -> Optional.<Change.Create>empty()))
              .flatMap(Optional::stream)
              .forEach(create -> new Registrar(World.INSTALLATION).create(books, create, now));
        });
  }

  private TicketDraft draft() {
    OutboxEntry entry = ledger.read(books -> books.outbox().in(OutboxState.IN_FLIGHT, 1).get(0));
    return assertInstanceOf(Effect.CreateTicket.class, entry.effect()).draft();
  }

  private static Drafts drafts() {
    return new Drafts(
        World.INSTALLATION, "#reliability", People.nobody(), (p, t) -> Optional.empty());
  }

  private Dispatcher dispatcher(String node, Membership member) {
    return new Dispatcher(
        World.INSTALLATION,
        member.fenced(),
        Map.of("backend", board),
        Map.of(),
        new Destinations(name -> true),
        () -> now,
        node,
        Lanes.IN_TURN,
        member);
  }
}
