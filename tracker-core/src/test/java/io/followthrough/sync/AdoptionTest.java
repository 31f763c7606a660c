package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.plan.Change;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that people change while they are being adopted. */
final class AdoptionTest {
  private static final ActionItem NAMED = World.item("Begun by hand");
  private static final ActionItem OTHER = World.item("Begun before");

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final Ledger ledger = new MemoryLedger();
  private final MemoryTracker tracker =
      MemoryTracker.builder("backend", this::now).project("BACK").build();
  private final TicketRef theirs = tracker.person("bob").open("Begun by hand", "");
  private final Poller poller =
      new Poller(World.INSTALLATION, ledger, Duration.ofDays(1), new Standstill(100));

  @BeforeEach
  void theItemsAreKnown() {
    poll(tracker);
    ledger.run(books -> books.items().put(NAMED));
    ledger.run(books -> books.items().put(OTHER));
  }

  private Instant now() {
    return now;
  }

  private void poll(Tracker polled) {
    assertTrue(poller.poll(polled, now) >= 0);
  }

  private void adopt(Tracker read, ActionItem item, TicketRef ref) {
    assertTrue(poller.adopt(read, new Change.Adopt(item, "backend", ref), now));
  }

  private Optional<TicketState> seenState() {
    return ledger
        .read(books -> books.mirrors().find(NAMED.id()))
        .map(mirror -> mirror.ticket().state());
  }

  @Test
  void whatAPollPassedBetweenReadingAndFilingIsReadAgain() {
    ForwardingTracker slow =
        new ForwardingTracker(tracker) {
          @Override
          public Ticket read(TicketRef ref) {
            Ticket asItWas = super.read(ref);
            tracker.person("bob").close(ref.id());
            poll(tracker);
            return asItWas;
          }
        };

    adopt(slow, NAMED, theirs);
    assertEquals(Optional.of(TicketState.OPEN), seenState(), "as it was read");
    poll(tracker);

    assertEquals(Optional.of(TicketState.DONE), seenState());
  }

  @Test
  void whatAPollHeldInItsHandsWhileATicketWasFiledIsReadAgain() {
    TicketRef followed = tracker.person("bob").open("Begun before", "");
    adopt(tracker, OTHER, followed);
    Ticket asItWas = tracker.read(theirs);
    tracker.person("bob").close(theirs.id());
    tracker.person("bob").close(followed.id());
    ForwardingTracker old =
        new ForwardingTracker(tracker) {
          @Override
          public Ticket read(TicketRef ref) {
            return asItWas;
          }
        };
    AtomicBoolean first = new AtomicBoolean(true);

    poll(
        new ForwardingTracker(tracker) {
          @Override
          public Optional<Transition> lastTransition(TicketRef ref) {
            if (first.getAndSet(false)) {
              adopt(old, NAMED, theirs);
            }
            return super.lastTransition(ref);
          }
        });
    poll(tracker);

    assertEquals(Optional.of(TicketState.DONE), seenState());
  }

  @Test
  void whatChangesAfterAnAdoptionIsSeenThoughTheFirstPollFailsAndTheNextComesLater() {
    Ledger anew = new MemoryLedger();
    anew.run(books -> books.items().put(NAMED));
    Poller first = new Poller(World.INSTALLATION, anew, Duration.ofDays(30), new Standstill(100));
    assertTrue(first.adopt(tracker, new Change.Adopt(NAMED, "backend", theirs), now));
    now = now.plus(Duration.ofMinutes(5));
    tracker.person("bob").close(theirs.id());
    now = now.plus(Duration.ofMinutes(5));
    ForwardingTracker down =
        new ForwardingTracker(tracker) {
          @Override
          public Batch changesSince(Cursor cursor) {
            throw new TrackerException(FailureKind.UNAVAILABLE, "poll", "it is down");
          }
        };
    assertThrows(TrackerException.class, () -> first.poll(down, now));
    now = now.plus(Duration.ofMinutes(5));

    assertEquals(1, first.poll(tracker, now));
    assertEquals(
        TicketState.DONE,
        anew.read(books -> books.mirrors().find(NAMED.id())).orElseThrow().ticket().state());
  }

  @Test
  void anAdoptionThatNothingComesBetweenAsksForNoSecondReading() {
    adopt(tracker, NAMED, theirs);

    assertEquals(0, ledger.<Integer>read(books -> books.settings().startingWith("passed/").size()));
  }
}
