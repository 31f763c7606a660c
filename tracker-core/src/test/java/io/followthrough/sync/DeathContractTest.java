package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Judgement;
import io.followthrough.item.People;
import io.followthrough.item.Placement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerWire;
import io.followthrough.tracker.TrackerWire.Spoil;
import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One ticket for one item and one comment for one nudge on a real wire, whichever request is lost
 * and wherever the process dies: at every request of a life, one after the other.
 */
public abstract class DeathContractTest {
  private static final int ITEMS = 2;
  private static final int LIVES = 3;

  private final Drafts drafts =
      new Drafts(World.INSTALLATION, "#reliability", People.nobody(), (p, t) -> Optional.empty());
  private final Registrar registrar = new Registrar(World.INSTALLATION);
  private TrackerWire wire;
  private int round;

  /** Creates the contract of a tracker. */
  protected DeathContractTest() {}

  /** Starts a fresh, empty tracker. */
  protected abstract TrackerWire start();

  /** The process ends here. */
  private static final class Death extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  final void startAFreshTracker() {
    wire = start();
  }

  @AfterEach
  final void stopTheTracker() {
    wire.close();
  }

  @ParameterizedTest
  @CsvSource({"LOSE_REQUEST, false", "LOSE_REQUEST, true", "LOSE_REPLY, false", "LOSE_REPLY, true"})
  final void nothingDoublesAndNothingIsLostWhicheverRequestFails(Spoil how, boolean dies) {
    int before = wire.requests();
    lives(new MemoryLedger(), Optional.empty());
    int most = wire.requests() - before;
    assertTrue(most > ITEMS * 2, "an undisturbed life makes " + most + " requests");

    for (int request = 1; request <= most; request++) {
      round++;
      String history = how + " at request " + request + (dies ? ", and dies" : "");
      int tickets = wire.tickets();
      int at = wire.requests() + request;
      wire.spoil(at, how);
      Ledger ledger = new MemoryLedger();
      lives(ledger, Optional.of(at).filter(it -> dies));
      wire.spoil(0, how);
      for (int life = 0; life < LIVES; life++) {
        wire.pass(Duration.ofMinutes(11));
        lives(ledger, Optional.empty());
      }
      assertEquals(tickets + ITEMS, wire.tickets(), history);
      check(ledger, history);
    }
  }

  private void check(Ledger ledger, String history) {
    try (Tracker tracker = wire.open()) {
      List<ActionItem> items = ledger.read(books -> books.items().after(Optional.empty(), 100));
      assertEquals(ITEMS, items.size());
      for (ActionItem item : items) {
        assertEquals(
            1, tracker.comments(item.filing().orElseThrow().ref()).size(), history + item.filing());
      }
    }
    assertEquals(
        List.of(), ledger.read(books -> books.outbox().in(OutboxState.PARKED, 10)), history);
  }

  /** One process from its start to its end, or to its death in the call of a request. */
  private void lives(Ledger ledger, Optional<Integer> death) {
    try (Tracker tracker = wire.open()) {
      Tracker mortal = mortal(tracker, death);
      Dispatcher dispatcher =
          new Dispatcher(
              World.INSTALLATION,
              ledger,
              Map.of(tracker.name(), mortal),
              new Destinations(name -> true),
              wire::now,
              "node-" + wire.requests());
      dispatcher.takeOverOrphans();
      ledger.run(books -> promise(books, tracker.name()));
      dispatcher.deliver(() -> false);
      ledger.run(books -> nudge(books, tracker.name()));
      dispatcher.deliver(() -> false);
    } catch (Death death2) {
      assertTrue(death.isPresent(), "only who shall die dies");
    }
  }

  /** The tracker of a process that does not outlive the call of a request. */
  private Tracker mortal(Tracker tracker, Optional<Integer> death) {
    return (Tracker)
        Proxy.newProxyInstance(
            Tracker.class.getClassLoader(),
            new Class<?>[] {Tracker.class},
            (proxy, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(tracker, arguments);
              } catch (InvocationTargetException e) {
                dieWhereDue(death);
                throw e.getCause();
              }
              dieWhereDue(death);
              return answer;
            });
  }

  private void dieWhereDue(Optional<Integer> death) {
    if (death.filter(at -> wire.requests() >= at).isPresent()) {
      throw new Death();
    }
  }

  private void promise(Books books, String tracker) {
    Stream.of("Add an alert for lag", "Write the failover runbook")
        .map(title -> World.item("outage-" + round + ".md", title + " of region " + round))
        .filter(item -> books.items().find(item.id()).isEmpty())
        .forEach(
            item ->
                books
                    .items()
                    .put(
                        item.judged(
                            new Judgement(
                                Stage.ACCEPTED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Placement.in(tracker)),
                                List.of()))));
    List<ActionItem> items = books.items().after(Optional.empty(), 100);
    Plan.between(items, item -> Optional.empty(), drafts)
        .forEach(
            change ->
                change.match(
                    create -> {
                      registrar.create(books, create, wire.now());
                      return true;
                    },
                    adopt -> false,
                    edit -> {
                      registrar.edit(books, edit, wire.now());
                      return true;
                    }));
  }

  private void nudge(Books books, String tracker) {
    for (ActionItem item : books.items().after(Optional.empty(), 100)) {
      if (item.filing().isPresent()) {
        String key = EffectKey.nudge(World.INSTALLATION, item.id(), item.firstSeenAt());
        CommentDraft draft =
            new CommentDraft(
                drafts.markerOf(item),
                key,
                Prose.empty().paragraph(Span.plain("How is it going?")));
        registrar.offer(
            books,
            OutboxEntry.pending(
                key, tracker, item.id(), new Effect.PostComment("nudge", draft), wire.now()),
            wire.now());
      }
    }
  }
}
