package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.People;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Fault;
import io.followthrough.tracker.FaultScript;
import io.followthrough.tracker.FaultyTracker;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tracker shows too early, too late or twice, and what people do meanwhile. */
final class OutOfTurnTest {
  private static final ActionItem ITEM = World.item("Add an alert for lag");
  private static final String NUDGE =
      EffectKey.nudge(World.INSTALLATION, ITEM.id(), ITEM.firstSeenAt());

  private final Drafts drafts =
      new Drafts(World.INSTALLATION, "#reliability", People.nobody(), (p, t) -> Optional.empty());
  private final Registrar registrar = new Registrar(World.INSTALLATION);
  private final Ledger ledger = new MemoryLedger();
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private Duration skew = Duration.ZERO;
  private final MemoryTracker tracker =
      MemoryTracker.builder("backend", this::trackersNow).project("BACK").build();
  private final FaultyTracker faulty =
      new FaultyTracker(tracker, this::trackersNow, Duration.ofMinutes(2), FaultScript.never());
  private final Dispatcher dispatcher =
      new Dispatcher(
          World.INSTALLATION,
          ledger,
          Map.of("backend", faulty),
          new Destinations(name -> true),
          this::ours,
          "node");
  private final Poller poller =
      new Poller(World.INSTALLATION, ledger, Duration.ofDays(1), new Standstill(100));

  private Instant trackersNow() {
    return now;
  }

  private Instant ours() {
    return now.plus(skew);
  }

  @BeforeEach
  void anItemAndAFirstPoll() {
    poll();
    ledger.run(
        books -> {
          books.items().put(ITEM);
          Plan.between(List.of(ITEM), item -> Optional.empty(), drafts)
              .forEach(change -> register(books, change));
        });
  }

  private void register(io.followthrough.ledger.Books books, Change change) {
    boolean created =
        change.match(
            create -> {
              registrar.create(books, create, ours());
              return true;
            },
            adopt -> false,
            edit -> false);
    assertTrue(created);
  }

  private void poll() {
    int seen = poller.poll(tracker, ours());
    assertTrue(seen >= 0);
  }

  private void deliver(Fault... faults) {
    long before = faulty.calls();
    faulty.setScript(
        (call, operation) ->
            call - before <= faults.length ? faults[(int) (call - before) - 1] : Fault.NONE);
    Delivery delivery = dispatcher.deliver(() -> false);
    assertTrue(delivery.sent() >= 0);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    faulty.arrive();
  }

  private ActionItem item() {
    return ledger.read(books -> books.items().find(ITEM.id()).orElseThrow());
  }

  private void nudge() {
    CommentDraft draft =
        new CommentDraft(
            drafts.markerOf(item()), NUDGE, Prose.empty().paragraph(Span.plain("How is it?")));
    OutboxEntry entry =
        OutboxEntry.pending(
            NUDGE, "backend", ITEM.id(), new Effect.PostComment("nudge", draft), ours());
    assertTrue(ledger.<Boolean>write(books -> registrar.offer(books, entry, ours())));
  }

  private Optional<TicketState> seenState() {
    return ledger
        .read(books -> books.mirrors().find(ITEM.id()))
        .map(mirror -> mirror.ticket().state());
  }

  private List<String> twins(ItemId id) {
    return ledger.read(books -> books.journal().ofItem(id)).stream()
        .filter(entry -> entry.kind().equals("twin"))
        .map(JournalEntry::words)
        .toList();
  }

  @Test
  void aTicketThatAPollHasPassedBeforeItWasFiledIsFollowedAllTheSame() {
    deliver(Fault.NONE, Fault.LOSE_REPLY, Fault.UNAVAILABLE);
    poll();
    assertEquals(Optional.empty(), seenState(), "nobody knows whose ticket it is");

    pass(Duration.ofMinutes(10));
    deliver();
    poll();

    assertEquals(Optional.of(TicketState.OPEN), seenState());
  }

  @Test
  void aTicketThatIsDeletedBeforeItWasReadIsGone() {
    deliver(Fault.NONE, Fault.LOSE_REPLY, Fault.UNAVAILABLE);
    poll();
    pass(Duration.ofMinutes(10));
    deliver();
    tracker.person("bob").delete("BACK-1");
    poll();

    assertEquals(Optional.of(TicketState.GONE), seenState());
  }

  @Test
  void aTicketThatArrivesAfterEverythingThatWasPromisedIsReportedOnce() {
    deliver(Fault.NONE, Fault.TOO_LATE);
    pass(Duration.ofMinutes(5));
    deliver();
    assertEquals("BACK-1", item().filing().orElseThrow().ref().key());

    pass(Duration.ofMinutes(5));
    poll();
    poll();

    assertEquals(
        List.of("BACK-2 carries the same mark as BACK-1: please close one of the two"),
        twins(ITEM.id()));
  }

  @Test
  void aTwinThatCameBeforeItsItemWasFiledIsReportedWhenItIs() {
    deliver(Fault.NONE, Fault.LOSE_REPLY, Fault.UNAVAILABLE);
    poll();
    pass(Duration.ofMinutes(10));
    tracker.person("bob").rewrite("BACK-1", body -> "");
    deliver();
    poll();

    assertEquals("BACK-2", item().filing().orElseThrow().ref().key());
    assertEquals(
        List.of("BACK-1 carries the same mark as BACK-2: please close one of the two"),
        twins(ITEM.id()));
  }

  @Test
  void aCommentThatArrivesAfterEverythingThatWasPromisedIsReportedOnce() {
    deliver();
    nudge();
    deliver(Fault.TOO_LATE);
    pass(Duration.ofMinutes(5));
    deliver();
    pass(Duration.ofMinutes(5));
    poll();
    poll();

    assertEquals(2, tracker.snapshot().tickets().get(0).comments().size());
    assertEquals(1, twins(ITEM.id()).size());
    assertTrue(twins(ITEM.id()).get(0).contains(NUDGE), twins(ITEM.id())::toString);
  }

  @Test
  void aClockThatWasAnHourFastMakesNoTwin() {
    skew = Duration.ofHours(1);
    deliver(Fault.NONE, Fault.LOSE_REPLY, Fault.UNAVAILABLE);
    skew = Duration.ZERO;
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofMinutes(20));
      deliver();
    }

    assertEquals(1, tracker.snapshot().tickets().size());
    assertEquals("BACK-1", item().filing().orElseThrow().ref().key());
  }

  @Test
  void whatPeopleChangedBeforeTheTicketWasFoundIsTheirs() {
    deliver(Fault.NONE, Fault.LOSE_REPLY, Fault.UNAVAILABLE);
    pass(Duration.ofMinutes(1));
    tracker.person("bob").retitle("BACK-1", "By hand");
    pass(Duration.ofMinutes(10));
    deliver();

    assertEquals(ITEM.promise().title(), item().filing().orElseThrow().written().title());
  }

  @Test
  void whatPeopleChangedInTheSecondOfTheBirthIsTheirs() {
    deliver(Fault.NONE, Fault.LOSE_REPLY, Fault.UNAVAILABLE);
    tracker.person("bob").retitle("BACK-1", "By hand");
    pass(Duration.ofMinutes(10));
    deliver();

    assertEquals(ITEM.promise().title(), item().filing().orElseThrow().written().title());
  }

  @Test
  void whatPeopleWroteIntoOurBlockInTheSecondOfTheBirthIsTheirs() {
    deliver(Fault.NONE, Fault.LOSE_REPLY, Fault.UNAVAILABLE);
    String end = "<!-- /followthrough -->";
    tracker.person("bob").rewrite("BACK-1", body -> body.replace(end, "By hand\n" + end));
    pass(Duration.ofMinutes(10));
    deliver();

    String written = item().filing().orElseThrow().written().block();
    assertFalse(written.contains("By hand"), written);
  }

  @Test
  void aMessageToATicketThatWasDeletedMeanwhileIsSettled() {
    deliver();
    nudge();
    deliver(Fault.LOSE_REQUEST, Fault.UNAVAILABLE);
    tracker.person("bob").delete("BACK-1");
    pass(Duration.ofMinutes(10));
    deliver();

    OutboxEntry entry = ledger.read(books -> books.outbox().find(NUDGE).orElseThrow());
    assertEquals(OutboxState.SUPERSEDED, entry.state());
  }

  @Test
  void theDistanceToTheNextMessageCountsFromWhenOneStoodOnTheTicket() {
    deliver();
    Instant decided = ours();
    ledger.run(
        books -> books.followUps().put(FollowUpState.untouched(ITEM.id(), now).saidAt(decided)));
    nudge();
    deliver(Fault.UNAVAILABLE);
    pass(Duration.ofDays(2));
    deliver();

    assertEquals(
        Optional.of(decided.plus(Duration.ofDays(2))),
        ledger.read(books -> books.followUps().find(ITEM.id()).orElseThrow().lastSaidAt()));
  }

  @Test
  void aPlanThatIsOlderThanTheFilingTakesNothingFromIt() {
    List<Change> planned = Plan.between(List.of(item()), item -> Optional.empty(), drafts);
    deliver();

    ledger.run(books -> planned.forEach(change -> register(books, change)));

    assertEquals("BACK-1", item().filing().orElseThrow().ref().key());
  }
}
