package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.People;
import io.followthrough.ledger.Claim;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.TicketDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two processes deliver from one ledger: a claim on its entry makes each effect single. */
final class TwoDispatchersTest {
  private static final int ITEMS = 40;

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final MemoryTracker board = MemoryTracker.of("backend", () -> now);
  private final OneByOne tracker = new OneByOne(board);
  private final Ledger ledger = new MemoryLedger();

  /** A tracker that takes one draft a call, so that the two take turns. */
  private static final class OneByOne extends ForwardingTracker {
    OneByOne(MemoryTracker tracker) {
      super(tracker);
    }

    @Override
    public Set<Capability> capabilities() {
      Set<Capability> fewer = EnumSet.copyOf(super.capabilities());
      fewer.remove(Capability.CREATE_MANY);
      return fewer;
    }
  }

  @Test
  void eachTicketIsMadeOnceWhoeverMakesIt() {
    promise(ITEMS);
    Map<String, Dispatcher> nodes = Map.of("one", dispatcher("one"), "two", dispatcher("two"));

    List<Delivery> deliveries =
        Lanes.BESIDE_EACH_OTHER.each(
            List.of("one", "two"),
            name -> nodes.getOrDefault(name, dispatcher(name)).deliver(() -> false));

    assertEquals(ITEMS, board.snapshot().tickets().size());
    assertEquals(ITEMS, deliveries.stream().mapToInt(Delivery::sent).sum());
    assertEquals(0L, count(OutboxState.PENDING));
    assertEquals((long) ITEMS, count(OutboxState.DONE));
  }

  @Test
  void whatAnotherNodeHasInFlightIsLeftAloneUntilItsLeaseEndsAndThenLookedUp() {
    promise(1);
    assertEquals(1, board.create(List.of(draft())).size());
    OutboxEntry pending = only(OutboxState.PENDING);
    OutboxEntry claimed =
        pending.claimed(new Claim("other", 1, now.plus(Duration.ofMinutes(3))), now);
    assertTrue(ledger.<Boolean>write(books -> books.outbox().replace(pending, claimed)));

    assertEquals(0, dispatcher("one").deliver(() -> false).sent());
    assertEquals(1L, count(OutboxState.IN_FLIGHT));

    now = now.plus(Duration.ofMinutes(4));
    assertEquals(1, dispatcher("one").deliver(() -> false).sent());
    assertEquals(1L, count(OutboxState.DONE));
    assertEquals(1, board.snapshot().tickets().size());
  }

  @Test
  void aResultOfAnOlderClaimIsNotTaken() {
    promise(1);
    OutboxEntry pending = only(OutboxState.PENDING);
    OutboxEntry first = pending.claimed(new Claim("one", 1, now.plus(Duration.ofMinutes(3))), now);
    OutboxEntry unknown = first.unknown("its node fell silent", now);
    OutboxEntry again = unknown.again("it did not happen", now);
    OutboxEntry second = again.claimed(new Claim("two", 2, now.plus(Duration.ofMinutes(9))), now);
    ledger.run(
        books -> {
          assertTrue(books.outbox().replace(pending, first));
          assertTrue(books.outbox().replace(first, unknown));
          assertTrue(books.outbox().replace(unknown, again));
          assertTrue(books.outbox().replace(again, second));
          assertEquals(false, books.outbox().replace(first, first.done(now)));
        });

    assertEquals(1L, count(OutboxState.IN_FLIGHT));
  }

  private void promise(int items) {
    Registrar registrar = new Registrar(World.INSTALLATION);
    ledger.run(
        books ->
            IntStream.range(0, items)
                .mapToObj(number -> World.item("Do the thing of number " + number))
                .forEach(
                    item -> {
                      books.items().put(item);
                      registrar.create(books, creation(item), now);
                    }));
  }

  private static Change.Create creation(ActionItem item) {
    Drafts drafts =
        new Drafts(World.INSTALLATION, "#reliability", People.nobody(), (p, t) -> Optional.empty());
    return Plan.between(List.of(item), it -> Optional.empty(), drafts)
        .get(0)
        .match(
            create -> create,
            adopt -> {
              throw new AssertionError(adopt);
            },
            edit -> {
              throw new AssertionError(edit);
            });
  }

  private static TicketDraft draft() {
    return creation(World.item("Do the thing of number 0")).draft();
  }

  private Dispatcher dispatcher(String node) {
    return new Dispatcher(
        World.INSTALLATION,
        ledger,
        Map.of("backend", tracker),
        new Destinations(name -> true),
        () -> now,
        node);
  }

  private OutboxEntry only(OutboxState state) {
    return ledger.read(books -> books.outbox().in(state, 2)).get(0);
  }

  private long count(OutboxState state) {
    return ledger.<Long>read(books -> books.outbox().count(state));
  }
}
