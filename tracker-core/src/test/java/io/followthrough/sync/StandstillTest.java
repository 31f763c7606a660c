package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Much that vanishes at once stops the follow-up of its destination, and nothing else. */
final class StandstillTest {
  private static final String TRACKER = "backend";
  private static final Written NOTHING =
      new Written("", Optional.empty(), Optional.empty(), Optional.empty(), "");

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final MemoryTracker tracker = MemoryTracker.of(TRACKER, () -> now);
  private final Ledger ledger = new MemoryLedger();
  private final List<TicketRef> refs = new ArrayList<>();
  private Poller poller =
      new Poller(World.INSTALLATION, ledger, Duration.ofDays(1), new Standstill(10));

  @ParameterizedTest
  @CsvSource({
    "19, 19, false",
    "20, 20, true",
    "100, 19, false",
    "100, 20, true",
    "200, 20, false",
    "200, 21, true",
  })
  void moreThanTheLimitAndAtLeastTwentyAreTooMany(int open, int closed, boolean stops) {
    follow(open);

    close(0, closed);
    poll(Duration.ofMinutes(5));

    assertEquals(stops, stops());
  }

  @Test
  void offIsNeverTooMany() {
    poller = new Poller(World.INSTALLATION, ledger, Duration.ofDays(1), new Standstill(100));
    follow(30);

    close(0, 30);
    poll(Duration.ofMinutes(5));

    assertEquals(false, stops());
  }

  @Test
  void whatClosesPollByPollIsNotTooMany() {
    follow(60);

    for (int turn = 0; turn < 6; turn++) {
      close(turn * 10, turn * 10 + 10);
      poll(Duration.ofMinutes(5));
      assertEquals(false, stops());
    }
  }

  @Test
  void itStandsThroughFurtherPollsAndAnotherProcess() {
    follow(50);
    close(0, 20);
    poll(Duration.ofMinutes(5));

    poller = new Poller(World.INSTALLATION, ledger, Duration.ofDays(1), new Standstill(10));
    poll(Duration.ofMinutes(5));

    assertTrue(stops());
    String why = ledger.read(books -> Standstill.of(books, TRACKER)).orElseThrow();
    assertTrue(why.startsWith("20 of 50 open tickets"), why);
  }

  @Test
  void whatWasClosedWithManyOthersIsNotAskedForEvidenceAfterTheRelease() {
    follow(50);
    close(0, 20);
    poll(Duration.ofMinutes(5));

    ledger.run(books -> Standstill.release(books, TRACKER, now));
    poll(Duration.ofMinutes(5));

    assertEquals(false, stops());
    assertTrue(state(0).asked().contains(FollowUpState.EVIDENCE));
    assertEquals(false, state(20).asked().contains(FollowUpState.EVIDENCE));
    assertEquals(TicketState.DONE, stateOfTicket(0));
    close(20, 21);
    poll(Duration.ofMinutes(5));
    assertEquals(false, state(20).asked().contains(FollowUpState.EVIDENCE));
  }

  @Test
  void whatIsGoneWithManyOthersIsNotBelievedUntilAPersonSaysSo() {
    follow(50);
    refs.subList(0, 30).forEach(ref -> tracker.person("carol").delete(ref.id()));

    poll(Duration.ofDays(2));
    assertTrue(stops());
    assertEquals(TicketState.OPEN, stateOfTicket(0));

    ledger.run(books -> Standstill.release(books, TRACKER, now));
    poll(Duration.ofMinutes(5));
    assertEquals(false, stops());
    assertEquals(TicketState.GONE, stateOfTicket(0));
    assertEquals(TicketState.OPEN, stateOfTicket(49));

    refs.subList(30, 50).forEach(ref -> tracker.person("carol").delete(ref.id()));
    poll(Duration.ofDays(2));
    assertTrue(stops(), "the release was for once");
  }

  @Test
  void commentsWaitWhileItStandsStill() {
    follow(50);
    close(0, 20);
    poll(Duration.ofMinutes(5));
    ItemId id = item(40).id();
    String key = EffectKey.nudge(World.INSTALLATION, id, now);
    CommentDraft draft =
        new CommentDraft(
            new Marker(World.INSTALLATION, id.value(), "d", "t"),
            key,
            Prose.empty().paragraph(Span.plain("Any news?")));
    Effect nudge = new Effect.PostComment("nudge", draft);
    OutboxEntry entry = OutboxEntry.pending(key, TRACKER, id, nudge, now);
    assertTrue(ledger.<Boolean>write(books -> books.outbox().add(entry)));

    assertEquals(0, deliver().sent());
    assertEquals(1L, (long) ledger.read(books -> books.outbox().count(OutboxState.PENDING)));

    ledger.run(books -> Standstill.release(books, TRACKER, now));
    assertEquals(1, deliver().sent());
  }

  private Delivery deliver() {
    Destinations all = new Destinations(name -> true);
    return new Dispatcher(
            World.INSTALLATION, ledger, Map.of(TRACKER, tracker), all, () -> now, "node")
        .deliver(() -> false);
  }

  /** Tickets that were born and polled once. */
  private void follow(int tickets) {
    poll(Duration.ZERO);
    for (int i = 0; i < tickets; i++) {
      TicketRef ref = tracker.person("carol").open("Ticket " + i, "");
      refs.add(ref);
      ActionItem item =
          item(i).filed(new Filing(TRACKER, ref, now, false, NOTHING, Optional.empty()));
      ledger.run(
          books -> {
            books.items().put(item);
            books.followUps().put(FollowUpState.untouched(item.id(), now));
          });
    }
    poll(Duration.ofMinutes(5));
  }

  private static ActionItem item(int number) {
    return World.item("Do the thing of number " + number);
  }

  private void close(int from, int to) {
    now = now.plusSeconds(30);
    refs.subList(from, to).forEach(ref -> tracker.person("carol").close(ref.id()));
  }

  private void poll(Duration later) {
    now = now.plus(later);
    assertTrue(poller.poll(tracker, now) >= 0);
  }

  private boolean stops() {
    return ledger.read(books -> Standstill.of(books, TRACKER)).isPresent();
  }

  private FollowUpState state(int number) {
    return ledger.read(books -> books.followUps().find(item(number).id())).orElseThrow();
  }

  private TicketState stateOfTicket(int number) {
    return ledger
        .read(books -> books.mirrors().find(item(number).id()))
        .orElseThrow()
        .ticket()
        .state();
  }
}
