package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Judgement;
import io.followthrough.item.People;
import io.followthrough.item.Placement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerHarness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger that was lost, or is older than its tracker, is rebuilt from marks on every tracker. */
public abstract class RecoveryContractTest {
  private static final String ALERT = "Add an alert for replication lag";
  private static final String RUNBOOK = "Write the failover runbook";
  private static final String DRILL = "Drill the restore of the orders database";

  private final Drafts drafts =
      new Drafts(World.INSTALLATION, "#reliability", People.nobody(), (p, t) -> Optional.empty());
  private TrackerHarness harness;

  /** Creates the contract of a tracker. */
  protected RecoveryContractTest() {}

  /** Starts a fresh, empty tracker for the installation {@code acme-sre}. */
  protected abstract TrackerHarness start();

  @BeforeEach
  final void startAFreshTracker() {
    harness = start();
    harness.pass(Duration.ofSeconds(2));
  }

  @AfterEach
  final void stopTheTracker() {
    harness.close();
  }

  @Test
  void everyItemGetsItsTicketBackAndNothingIsCreatedOrSaid() {
    Ledger lost = ledger(ALERT, RUNBOOK, DRILL);
    file(lost);

    Ledger ledger = ledger(DRILL, RUNBOOK, ALERT);
    Recovery.Found found = recover(ledger);

    assertEquals(3, found.recovered().size(), found::toString);
    assertEquals(List.of(), found.unmatched());
    assertEquals(List.of(), found.twins());
    for (String title : List.of(ALERT, RUNBOOK, DRILL)) {
      assertEquals(ticketOf(lost, title), ticketOf(ledger, title));
    }
    file(ledger);
    assertEquals(3, harness.tickets());
    for (String title : List.of(ALERT, RUNBOOK, DRILL)) {
      assertEquals(List.of(), harness.tracker().comments(ticketOf(ledger, title)));
    }
  }

  @Test
  void whatWasSaidIsKnownAgain() {
    Ledger lost = ledger(ALERT);
    file(lost);
    LocalDate due = LocalDate.of(2026, 12, 1);
    ActionItem item = World.item(ALERT);
    say(
        lost,
        EffectKey.nudge(World.INSTALLATION, item.id(), Instant.parse("2026-11-02T09:00:00Z")));
    say(lost, EffectKey.dueSoon(World.INSTALLATION, item.id(), due));
    say(lost, EffectKey.overdue(World.INSTALLATION, item.id(), due, 2, 0));
    say(lost, EffectKey.overdue(World.INSTALLATION, item.id(), due, 2, 1));
    say(lost, EffectKey.question(World.INSTALLATION, item.id(), "repeat:INC-7/b"));

    Ledger ledger = ledger(ALERT);
    assertEquals(1, recover(ledger).recovered().size());

    FollowUpState state = stateOf(ledger, ALERT);
    assertEquals(Optional.of(due), state.ladderDue());
    assertEquals(2, state.stepsSaid());
    assertEquals(2, state.deferrals());
    assertEquals(Optional.of(due), state.dueSoonFor());
    assertEquals(Set.of("repeat:INC-7/b"), state.asked());
    Instant last = state.lastSaidAt().orElseThrow();
    assertTrue(last.isAfter(harness.now().minus(Duration.ofHours(1))), last::toString);
  }

  @Test
  void aCommentOfTheLostLedgerIsNotPostedTwice() {
    Ledger lost = ledger(ALERT);
    file(lost);
    String key = EffectKey.question(World.INSTALLATION, World.item(ALERT).id(), "evidence");
    say(lost, key);

    Ledger ledger = ledger(ALERT);
    recover(ledger);
    say(ledger, key);

    assertEquals(1, harness.tracker().comments(ticketOf(ledger, ALERT)).size());
  }

  @Test
  void anEmptyLedgerCreatesNothingWhereTheOldTicketsAre() {
    Ledger lost = ledger(ALERT, RUNBOOK);
    file(lost);
    settle();

    Ledger ledger = ledger(ALERT, RUNBOOK);
    file(ledger);

    assertEquals(2, harness.tickets());
    assertEquals(ticketOf(lost, ALERT), ticketOf(ledger, ALERT));
    assertEquals(ticketOf(lost, RUNBOOK), ticketOf(ledger, RUNBOOK));
  }

  @Test
  void anItemThatWasRewordedMeanwhileIsKnownAndItsTicketCanBeEdited() {
    Ledger lost = ledger(ALERT, RUNBOOK);
    file(lost);

    String reworded = "Add an alert for replication lag above 30 s";
    Ledger ledger = ledger(RUNBOOK, reworded);
    assertEquals(2, recover(ledger).recovered().size());
    assertEquals(ticketOf(lost, ALERT), ticketOf(ledger, reworded));

    String again = reworded + " in every region";
    reword(ledger, reworded, again);
    file(ledger);

    assertEquals(2, harness.tickets());
    assertEquals(again, harness.tracker().read(ticketOf(lost, ALERT)).title());
    assertEquals(List.of(), ledger.read(books -> books.outbox().in(OutboxState.PARKED, 10)));
  }

  @Test
  void aTitleThatAPersonGaveStaysThroughALossAndAnEdit() {
    Ledger lost = ledger(ALERT);
    file(lost);
    harness.retitle(ticketOf(lost, ALERT), "Lag: page us");

    Ledger ledger = ledger(ALERT);
    recover(ledger);
    reword(ledger, ALERT, ALERT + " above 30 s");
    file(ledger);

    assertEquals("Lag: page us", harness.tracker().read(ticketOf(lost, ALERT)).title());
    assertEquals(1, harness.tickets());
  }

  @Test
  void anOlderLedgerLearnsWhatHappenedSince() {
    Ledger older = ledger(ALERT);
    file(older);
    Ledger newer = ledger(ALERT, DRILL);
    recover(newer);
    file(newer);
    say(newer, EffectKey.question(World.INSTALLATION, World.item(ALERT).id(), "evidence"));
    harness.closeAsDone(ticketOf(newer, ALERT));

    older.run(books -> promise(books, DRILL));
    Recovery.Found found = recover(older);

    assertEquals(1, found.known());
    assertEquals(1, found.recovered().size(), found::toString);
    assertEquals(Set.of("evidence"), stateOf(older, ALERT).asked());
    assertTrue(
        older
            .read(books -> books.mirrors().find(World.item(ALERT).id()))
            .orElseThrow()
            .ticket()
            .state()
            .isClosed());
    file(older);
    assertEquals(2, harness.tickets());
  }

  @Test
  void ofTwoTicketsWithOneMarkTheOlderCountsAndTheOtherIsNamedUnlessThereCanBeNone() {
    Ledger lost = ledger(ALERT);
    file(lost);
    harness.pass(Duration.ofMinutes(1));
    Ledger ledger = ledger(ALERT);
    Ticket twin =
        harness
            .tracker()
            .create(List.of(creation(ledger, ALERT).draft()))
            .get(0)
            .match(
                receipt -> receipt.ticket(),
                failure -> {
                  throw failure;
                });

    Recovery.Found found = recover(ledger);

    assertEquals(ticketOf(lost, ALERT), ticketOf(ledger, ALERT));
    if (harness.tracker().capabilities().contains(Capability.NO_TWINS)) {
      assertEquals(ticketOf(lost, ALERT), twin.ref());
      assertEquals(List.of(), found.twins());
      return;
    }
    assertEquals(1, found.twins().size(), found::toString);
    assertTrue(found.twins().get(0).contains(twin.ref().key()), found::toString);
    assertTrue(found.twins().get(0).contains(ticketOf(lost, ALERT).key()), found::toString);
  }

  @Test
  void aMarkWithoutAnItemIsNamedAndLeftAlone() {
    Ledger lost = ledger(ALERT, DRILL);
    file(lost);

    Ledger ledger = ledger(DRILL);
    Recovery.Found found = recover(ledger);

    assertEquals(1, found.recovered().size(), found::toString);
    assertEquals(1, found.unmatched().size(), found::toString);
    assertTrue(found.unmatched().get(0).contains(ticketOf(lost, ALERT).key()), found::toString);
    assertEquals(2, harness.tickets());
  }

  @Test
  void aSecondRecoveryFindsNothingNew() {
    Ledger lost = ledger(ALERT, DRILL);
    file(lost);
    Ledger ledger = ledger(ALERT, DRILL);
    recover(ledger);

    Recovery.Found again = recover(ledger);

    assertEquals(2, again.known());
    assertEquals(List.of(), again.recovered());
    assertEquals(List.of(), again.twins());
  }

  private Ledger ledger(String... titles) {
    Ledger ledger = new MemoryLedger();
    ledger.run(books -> List.of(titles).forEach(title -> promise(books, title)));
    return ledger;
  }

  private void promise(Books books, String title) {
    ActionItem plain = World.item(title);
    ActionItem item =
        plain.judged(
            new Judgement(
                Stage.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Placement.in(harness.tracker().name())),
                List.of()));
    books.items().put(item);
    Instant now = item.firstSeenAt();
    books
        .documents()
        .put(
            new DocumentRecord(
                item.origin(),
                "1",
                now,
                now,
                Optional.of(now),
                false,
                "",
                Optional.empty(),
                Optional.empty()));
  }

  private Optional<Change.Create> wanted(ActionItem item) {
    return Plan.between(List.of(item), it -> Optional.empty(), drafts).stream()
        .findFirst()
        .flatMap(
            change ->
                change.match(Optional::of, adopt -> Optional.empty(), edit -> Optional.empty()));
  }

  private Change.Create creation(Ledger ledger, String title) {
    return wanted(ledger.read(books -> item(books, title))).orElseThrow();
  }

  private static ActionItem item(Books books, String title) {
    return books.items().after(Optional.empty(), 100).stream()
        .filter(item -> item.promise().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** Plans everything and delivers it, until nothing is left. */
  private void file(Ledger ledger) {
    Registrar registrar = new Registrar(World.INSTALLATION);
    Instant now = harness.now();
    ledger.run(
        books ->
            Plan.between(books.items().after(Optional.empty(), 100), it -> Optional.empty(), drafts)
                .forEach(
                    change ->
                        change.match(
                            create -> {
                              registrar.create(books, create, now);
                              return true;
                            },
                            adopt -> false,
                            edit -> {
                              registrar.edit(books, edit, now);
                              return true;
                            })));
    deliver(ledger);
  }

  private void deliver(Ledger ledger) {
    Dispatcher dispatcher =
        new Dispatcher(
            World.INSTALLATION,
            ledger,
            Map.of(harness.tracker().name(), harness.tracker()),
            new Destinations(name -> true),
            harness::now,
            "node");
    Delivery delivery = dispatcher.deliver(() -> false);
    assertEquals(List.of(), delivery.problems());
    settle();
  }

  private void say(Ledger ledger, String key) {
    ledger.run(
        books -> {
          ActionItem item = item(books, ALERT);
          CommentDraft draft =
              new CommentDraft(
                  drafts.markerOf(item), key, Prose.empty().paragraph(Span.plain("Any news?")));
          new Registrar(World.INSTALLATION)
              .offer(
                  books,
                  OutboxEntry.pending(
                      key,
                      harness.tracker().name(),
                      item.id(),
                      new Effect.PostComment("said", draft),
                      harness.now()),
                  harness.now());
        });
    deliver(ledger);
  }

  private Recovery.Found recover(Ledger ledger) {
    settle();
    Recovery recovery =
        new Recovery(Set.of(World.INSTALLATION), ledger, (books, item) -> wanted(item));
    int before = harness.tickets();
    Recovery.Found found =
        recovery.recover(harness.tracker(), recovery.marked(harness.tracker()), harness.now());
    assertEquals(before, harness.tickets());
    return found;
  }

  private void reword(Ledger ledger, String title, String other) {
    harness.pass(Duration.ofHours(2));
    ledger.run(
        books -> {
          ActionItem item = item(books, title);
          books
              .items()
              .put(item.readAgain(item.origin(), World.item(other).promise(), item.judgement()));
        });
  }

  private void settle() {
    harness.pass(harness.tracker().findLag().plusSeconds(2));
  }

  private static TicketRef ticketOf(Ledger ledger, String title) {
    return ledger.read(books -> item(books, title).filing().orElseThrow().ref());
  }

  private static FollowUpState stateOf(Ledger ledger, String title) {
    return ledger.read(books -> books.followUps().find(item(books, title).id()).orElseThrow());
  }
}
