package io.followthrough.connector.linear;

import static io.followthrough.connector.linear.Fixture.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerSamples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a poll of Linear costs and what it sees. */
final class PollTest {
  private static final Duration CYCLE = Duration.ofMinutes(5);

  private static Cursor quiet(Fixture f, Tracker tracker) {
    Cursor cursor = tracker.changesSince(Cursor.startingAt(f.now())).next();
    f.pass(CYCLE);
    cursor = tracker.changesSince(cursor).next();
    f.pass(CYCLE);
    f.stub.forgetJournal();
    return cursor;
  }

  @Test
  void anIdleCycleIsOneQueryForAllTeamsOfAWorkspace() {
    try (Fixture f = new Fixture()) {
      f.stub.addTeam("OPS");
      f.stub.addTeam("APP");
      Map<String, Supplier<String>> key = Map.of("auth.api-key", () -> LinearStub.API_KEY);
      try (Tracker ops = f.tracker("ops", "OPS", Map.of(), key);
          Tracker app = f.tracker("app", "APP", Map.of(), key)) {
        List<Tracker> trackers = List.of(f.tracker, ops, app);
        Cursor[] cursors = new Cursor[3];
        for (int i = 0; i < 3; i++) {
          cursors[i] = Cursor.startingAt(f.now());
        }
        for (int cycle = 0; cycle < 4; cycle++) {
          f.stub.forgetJournal();
          for (int i = 0; i < 3; i++) {
            Batch batch = trackers.get(i).changesSince(cursors[i]);
            assertEquals(List.of(), batch.tickets());
            cursors[i] = batch.next();
          }
          assertEquals(List.of("Changes"), f.stub.operations(), "cycle " + cycle);
          f.pass(CYCLE);
        }
        TicketRef ref = f.created(draft(1)).ticket().ref();
        f.stub.forgetJournal();
        for (int i = 0; i < 3; i++) {
          Batch batch = trackers.get(i).changesSince(cursors[i]);
          assertEquals(List.of(ref), batch.tickets().stream().map(Ticket::ref).toList());
        }
        assertEquals(
            List.of("Changes", "Workspace", "Workspace"),
            f.stub.operations(),
            "who has seen no ticket before asks once for its workspace");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "250, 1", "251, 2", "600, 3"})
  void manyChangesAreOnePageForEachTwoHundredAndFifty(int changes, int requests) {
    try (Fixture f = new Fixture()) {
      Cursor cursor = quiet(f, f.tracker);
      for (int i = 0; i < changes; i++) {
        f.stub.open("WEB", "carol", "Theirs " + i, "");
        f.pass(Duration.ofMillis(10));
      }

      Batch batch = f.tracker.changesSince(cursor);

      assertEquals(changes, batch.tickets().size());
      assertEquals(requests, f.stub.journal().size());
      assertTrue(
          f.stub.journal().stream().allMatch(e -> e.complexity() < Complexity.MOST * 0.75),
          "a quarter of what Linear takes is kept free");
      f.pass(CYCLE);
      assertEquals(List.of(), f.tracker.changesSince(batch.next()).tickets());
    }
  }

  @Test
  void aCommentIsSeenThoughItDoesNotTouchItsIssue() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      Cursor cursor = quiet(f, f.tracker);
      f.stub.comment(ref.id(), "carol", "On it");

      Batch batch = f.tracker.changesSince(cursor);

      assertEquals(List.of(), batch.tickets());
      assertEquals(List.of("On it"), batch.comments().stream().map(c -> c.body()).toList());
      assertEquals(ref.id(), batch.comments().get(0).ticketId());
      assertEquals(List.of("Changes"), f.stub.operations());
    }
  }

  @Test
  void whatIsArchivedTrashedOrMovedIsFollowedByItsId() {
    try (Fixture f = new Fixture()) {
      f.stub.addTeam("OPS");
      TicketRef archived = f.created(draft(1)).ticket().ref();
      TicketRef trashed = f.created(draft(2)).ticket().ref();
      TicketRef moved = f.created(draft(3)).ticket().ref();
      Cursor cursor = quiet(f, f.tracker);
      f.stub.move(archived.id(), "carol", "completed");
      f.stub.change(archived.id(), issue -> issue.put("archivedAt", f.now().toString()));
      f.stub.trash(trashed.id());
      f.stub.moveToTeam(moved.id(), "OPS");

      Map<String, Ticket> seen =
          f.tracker.changesSince(cursor).tickets().stream()
              .collect(Collectors.toMap(t -> t.ref().id(), t -> t));

      assertEquals(Set.of(archived.id(), trashed.id(), moved.id()), seen.keySet());
      assertEquals(TicketState.DONE, get(seen, archived).state());
      assertEquals(TicketState.GONE, get(seen, trashed).state());
      assertEquals("OPS-1", get(seen, moved).ref().key());
      assertEquals(Optional.of(TrackerSamples.marker(3)), get(seen, moved).marker());
      assertEquals("OPS-1", f.tracker.read(moved).ref().key());
    }
  }

  @Test
  void partOfAnAnswerMovesNoCursor() {
    try (Fixture f = new Fixture()) {
      Cursor cursor = quiet(f, f.tracker);
      f.created(TrackerSamples.assigned(1, Fixture.ALICE));
      f.stub.inject(StubFault.PARTIAL_DATA, e -> e.operation().equals("Changes"), 1);

      Batch part = f.tracker.changesSince(cursor);
      Batch whole = f.tracker.changesSince(part.next());

      assertEquals(List.of(), part.tickets().get(0).assignees());
      assertEquals(Fixture.ALICE, whole.tickets().get(0).assignees().get(0).handle());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "triage, OPEN",
    "backlog, OPEN",
    "unstarted, OPEN",
    "started, IN_PROGRESS",
    "completed, DONE",
    "canceled, DECLINED",
    "duplicate, DECLINED",
    "invented, UNKNOWN",
  })
  void theTypeOfAStateDecidesAndAnUnknownOneIsShownAsSuch(String type, TicketState state) {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.stub.change(
          ref.id(), issue -> issue.put("state", StubWorld.tree("name", "Any", "type", type)));

      assertEquals(state, f.tracker.read(ref).state());
      assertEquals("Any", f.tracker.read(ref).status());
    }
  }

  @Test
  void aStateOfAConfiguredNameIsBlockedAndACycleIsThePlan() {
    try (Fixture f = new Fixture(Map.of("states.blocked", "On hold,Waiting"))) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.stub.change(
          ref.id(),
          issue -> {
            issue.put("state", StubWorld.tree("name", "On Hold", "type", "started"));
            issue.put("cycle", StubWorld.tree("number", 12.0, "name", null));
          });

      assertEquals(TicketState.BLOCKED, f.tracker.read(ref).state());
      assertEquals(Optional.of("Cycle 12"), f.tracker.read(ref).planned());
    }
  }

  private static Ticket get(Map<String, Ticket> seen, TicketRef ref) {
    return Optional.ofNullable(seen.get(ref.id())).orElseThrow();
  }
}
