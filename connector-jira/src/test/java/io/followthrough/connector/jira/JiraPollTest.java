package io.followthrough.connector.jira;

import static io.followthrough.connector.jira.JiraFixture.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JiraPollTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anIdleCycleIsOneSearchForAllTrackersOnASite(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud);
        Tracker ops = f.tracker(f.factory, "OPS", Map.of())) {
      Cursor pay = f.tracker.changesSince(Cursor.startingAt(f.clock.instant())).next();
      Cursor other = ops.changesSince(Cursor.startingAt(f.clock.instant())).next();
      for (int cycle = 0; cycle < 3; cycle++) {
        f.clock.advance(Duration.ofMinutes(5));
        f.requests();
        pay = f.tracker.changesSince(pay).next();
        other = ops.changesSince(other).next();
        assertEquals(List.of(f.search()), f.requests());
      }
      f.clock.advance(Duration.ofMinutes(5));
      f.stub.open("OPS", "carol", "Theirs", "Words");
      f.stub.open("PAY", "carol", "Ours", "Words");
      assertEquals(List.of("PAY-1"), keys(f.tracker.changesSince(pay)));
      assertEquals(List.of("OPS-1"), keys(ops.changesSince(other)));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 1", "101, 2", "250, 3"})
  void changesAndAFirstReadingAreOneSearchForEachHundred(int changed, int searches) {
    for (boolean cloud : List.of(true, false)) {
      try (JiraFixture f = new JiraFixture(cloud)) {
        Cursor quiet = f.tracker.changesSince(Cursor.startingAt(f.clock.instant())).next();
        f.clock.advance(Duration.ofHours(1));
        for (int i = 0; i < changed; i++) {
          f.stub.open("PAY", "carol", "Theirs " + i, "Words");
          f.clock.advance(Duration.ofMillis(10));
        }
        f.requests();

        assertEquals(changed, f.tracker.changesSince(quiet).tickets().size());
        assertEquals(Collections.nCopies(searches, f.search()), f.requests());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theInstantIsAnUnquotedNumber(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.tracker.changesSince(Cursor.startingAt(f.clock.instant()));
      List<StubExchange> journal = f.stub.journal();
      long since = f.clock.instant().minus(f.tracker.findLag()).toEpochMilli();

      String asked = journal.get(journal.size() - 1).requestBody();
      assertTrue(asked.contains("updated >= " + since + " ORDER BY"), asked);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyPageIsReadThoughPagesAreShort(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.stub.configure(world -> world.pageCap = 3);
      Set<String> all = new HashSet<>();
      for (int i = 0; i < 11; i++) {
        all.add(f.stub.open("PAY", "carol", "Ticket " + i, "Words"));
        f.clock.advance(Duration.ofSeconds(i % 2));
      }
      f.clock.advance(Duration.ofMinutes(2));
      Batch batch = f.tracker.changesSince(Cursor.startingAt(f.clock.instant()));

      assertEquals(all, Set.copyOf(keys(batch)));
      assertEquals(List.of(), keys(f.tracker.changesSince(batch.next())));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatChangesTwiceInOneInstantIsToldTwice(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      String key = f.stub.open("PAY", "carol", "Busy", "Words");
      Batch first = f.tracker.changesSince(Cursor.startingAt(f.clock.instant()));
      f.stub.comment(key, "carol", "And this");
      Batch second = f.tracker.changesSince(first.next());

      assertEquals(List.of(key), keys(second));
      assertEquals(1, second.comments().size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheIndexShowsLateIsToldLate(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.stub.lagIndex(Duration.ofMinutes(8));
      f.stub.open("PAY", "carol", "Late", "Words");
      f.stub.lagIndex(Duration.ZERO);
      f.clock.advance(Duration.ofMinutes(1));
      f.stub.open("PAY", "carol", "Early", "Words");
      Batch first = f.tracker.changesSince(Cursor.startingAt(f.clock.instant()));
      f.clock.advance(Duration.ofMinutes(8));

      assertEquals(List.of("PAY-2"), keys(first));
      assertEquals("PAY-1", keys(f.tracker.changesSince(first.next())).get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void moreCommentsThanComeWithATicketAreReadNewestFirst(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      String key = f.stub.open("PAY", "carol", "Busy", "Words");
      Cursor cursor = f.tracker.changesSince(Cursor.startingAt(f.clock.instant())).next();
      f.clock.advance(Duration.ofMinutes(1));
      for (int i = 0; i < 120; i++) {
        f.stub.comment(key, "carol", "Comment " + i);
      }
      assertEquals(120, f.tracker.changesSince(cursor).comments().size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherTokenIsNeverReadAsNoTickets(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      Cursor cursor = f.tracker.changesSince(Cursor.startingAt(f.clock.instant())).next();
      f.stub.revokeToken();

      assertDenied(() -> f.tracker.changesSince(cursor));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEmptyAnswerThatNamesNobodyIsProved(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.stub.configure(world -> world.tellsWhomItAnswers = false);
      Cursor cursor = f.tracker.changesSince(Cursor.startingAt(f.clock.instant())).next();
      f.requests();
      f.tracker.changesSince(cursor);

      assertEquals(List.of(f.search(), "GET /myself 200"), f.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHiddenProjectIsDeniedAndHoldsUpNoOther(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud);
        Tracker ops = f.tracker(f.factory, "OPS", Map.of())) {
      Cursor pay = f.tracker.changesSince(Cursor.startingAt(f.clock.instant())).next();
      Cursor other = ops.changesSince(Cursor.startingAt(f.clock.instant())).next();
      f.clock.advance(Duration.ofMinutes(5));
      f.stub.hideProject("PAY");
      f.stub.open("OPS", "carol", "Theirs", "Words");

      assertDenied(() -> f.tracker.changesSince(pay));
      assertEquals(List.of("OPS-1"), keys(ops.changesSince(other)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTicketThatMovedKeepsItsIdAndIsStillSeen(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      Cursor cursor = f.tracker.changesSince(Cursor.startingAt(f.clock.instant())).next();
      f.clock.advance(Duration.ofMinutes(5));
      String moved = f.stub.transfer(ref.key(), "OPS");

      Ticket read = f.tracker.read(ref);
      assertEquals(moved, read.ref().key());
      assertEquals(ref.id(), read.ref().id());
      assertEquals(List.of(moved), keys(f.tracker.changesSince(cursor)));
      f.stub.hideProject("OPS");
      TrackerException gone =
          assertThrows(TrackerException.class, () -> f.tracker.read(read.ref()));
      assertEquals(FailureKind.GONE, gone.kind());
      assertTrue(gone.words().contains("may not browse"), gone.words());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDeletedTicketIsGoneAndAHiddenProjectIsNot(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      TicketRef first = f.created(draft(1)).ticket().ref();
      TicketRef second = f.created(draft(2)).ticket().ref();
      f.stub.delete(first.key());

      TrackerException gone = assertThrows(TrackerException.class, () -> f.tracker.read(first));
      assertEquals(FailureKind.GONE, gone.kind());
      f.stub.hideProject("PAY");
      assertDenied(() -> f.tracker.read(second));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anArchivedTicketIsToldFromADeletedOneWhereJiraLetsUs(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      TicketRef deleted = f.created(draft(1)).ticket().ref();
      TicketRef archived = f.created(draft(2)).ticket().ref();
      TicketRef elsewhere = f.created(draft(3)).ticket().ref();
      f.stub.transfer(elsewhere.key(), "OPS");
      TicketRef moved = f.tracker.read(elsewhere).ref();
      f.stub.delete(deleted.key());
      f.stub.edit(archived.key(), issue -> issue.archived = Optional.of(f.clock.instant()));
      f.stub.configure("OPS", project -> project.archived = true);
      f.stub.delete(moved.key());

      assertEquals(
          "PAY-1 is deleted, archived, or moved to where the account may not look",
          gone(f, deleted));
      assertEquals(
          "PAY-2 is archived since 2026-11-21T10:00:00.000+0000: nobody can write to it",
          gone(f, archived));
      assertEquals("OPS-1 is out of sight with its project OPS, which is archived", gone(f, moved));
    }
  }

  private static String gone(JiraFixture f, TicketRef ref) {
    TrackerException failure = assertThrows(TrackerException.class, () -> f.tracker.read(ref));
    assertEquals(FailureKind.GONE, failure.kind());
    return failure.words();
  }

  private static void assertDenied(Executable call) {
    TrackerException failure = assertThrows(TrackerException.class, call);
    assertEquals(FailureKind.DENIED, failure.kind(), failure.words());
  }

  private static List<String> keys(Batch batch) {
    return batch.tickets().stream().map(ticket -> ticket.ref().key()).toList();
  }
}
