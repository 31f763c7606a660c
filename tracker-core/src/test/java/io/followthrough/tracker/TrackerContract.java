package io.followthrough.tracker;

import static io.followthrough.tracker.TrackerSamples.INSTALLATION;
import static io.followthrough.tracker.TrackerSamples.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/** A fresh tracker for each test, and the words in which the contract is written. */
abstract class TrackerContract {
  /** The tracker's people and its clock. */
  TrackerHarness harness;

  Tracker tracker;
  Instant began;

  /** Starts a fresh, empty tracker. */
  protected abstract TrackerHarness start();

  @BeforeEach
  final void startAFreshTracker() {
    harness = start();
    tracker = harness.tracker();
    began = harness.now();
    harness.pass(Duration.ofSeconds(2));
  }

  @AfterEach
  final void stopTheTracker() {
    harness.close();
  }

  final Receipt create(TicketDraft draft) {
    List<Outcome> outcomes = tracker.create(List.of(draft));
    assertEquals(1, outcomes.size());
    return created(outcomes.get(0));
  }

  static Receipt created(Outcome outcome) {
    return outcome.match(
        receipt -> receipt,
        failure -> {
          throw new AssertionError(failure);
        });
  }

  /** Lets the lag of look-ups pass. */
  final void settle() {
    harness.pass(tracker.findLag().plusSeconds(2));
  }

  final Batch drain(Cursor from) {
    List<Ticket> tickets = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    Cursor cursor = from;
    for (int page = 0; page < 100; page++) {
      Batch batch = tracker.changesSince(cursor);
      batch.tickets().forEach(ticket -> newest(tickets, ticket));
      comments.addAll(
          batch.comments().stream()
              .filter(c -> comments.stream().noneMatch(known -> known.id().equals(c.id())))
              .toList());
      cursor = batch.next();
      if (!batch.more()) {
        return new Batch(tickets, comments, cursor, false);
      }
    }
    throw new AssertionError("a poll of a handful of tickets does not end");
  }

  static void newest(List<Ticket> tickets, Ticket ticket) {
    tickets.removeIf(known -> known.ref().id().equals(ticket.ref().id()));
    tickets.add(ticket);
  }

  final Cursor assertSeen(Cursor cursor, TicketRef ref, TicketState state) {
    Batch batch = drain(cursor);
    assertEquals(List.of(ref.id()), ids(batch.tickets()));
    assertEquals(state, batch.tickets().get(0).state());
    assertEquals(tracker.read(ref), batch.tickets().get(0));
    return batch.next();
  }

  static void assertFails(FailureKind kind, Executable call) {
    assertEquals(kind, assertThrows(TrackerException.class, call).kind());
  }

  static MarkQuery query(Integer... items) {
    return new MarkQuery(
        INSTALLATION,
        Set.copyOf(List.of(items).stream().map(TrackerSamples::id).toList()),
        Instant.EPOCH);
  }

  static List<String> ids(List<Ticket> tickets) {
    return tickets.stream().map(ticket -> ticket.ref().id()).toList();
  }

  static List<String> handles(Ticket ticket) {
    return ticket.assignees().stream().map(Account::handle).toList();
  }

  static long remarksOf(Receipt receipt, String word) {
    return receipt.remarks().stream().filter(remark -> remark.contains(word)).count();
  }
}
