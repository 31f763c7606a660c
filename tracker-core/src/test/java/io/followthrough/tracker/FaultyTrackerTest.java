package io.followthrough.tracker;

import static io.followthrough.tracker.TrackerSamples.comment;
import static io.followthrough.tracker.TrackerSamples.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultyTrackerTest {
  private static final String KEY = "acme-sre/1/overdue/2026-12-01+0#0";

  private final MemoryHarness world = new MemoryHarness(builder -> builder);

  private FaultyTracker faulty(FaultScript script) {
    return new FaultyTracker(world.tracker(), world::now, Duration.ofMinutes(2), script);
  }

  private static String outcome(Outcome outcome) {
    return outcome.match(receipt -> "CREATED", failure -> failure.kind().name());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, CREATED, 3, 3",
    "LOSE_REPLY, UNKNOWN_OUTCOME, 3, 3",
    "LOSE_REQUEST, UNKNOWN_OUTCOME, 0, 0",
    "HALF, UNKNOWN_OUTCOME, 2, 2",
    "LATE, UNKNOWN_OUTCOME, 0, 3",
    "THROTTLED, THROTTLED, 0, 0",
    "DENIED, DENIED, 0, 0",
    "UNAVAILABLE, UNAVAILABLE, 0, 0",
    "REJECTED, REJECTED, 0, 0",
  })
  void aCreateEndsAsTheScriptSays(Fault fault, String said, int atOnce, int inTheEnd) {
    FaultyTracker tracker = faulty(FaultScript.atCall(1, fault));

    List<Outcome> outcomes = tracker.create(List.of(draft(1), draft(2), draft(3)));

    assertEquals(List.of(said, said, said), outcomes.stream().map(o -> outcome(o)).toList());
    assertEquals(atOnce, world.tickets());
    world.pass(Duration.ofMinutes(2));
    tracker.arrive();
    assertEquals(inTheEnd, world.tickets());
    assertEquals(fault == Fault.NONE ? Set.of() : Set.of("create/" + fault), tracker.faultPoints());
  }

  @Test
  void aProcessDiesBeforeOrAfterTheEffect() {
    FaultyTracker before = faulty(FaultScript.atCall(1, Fault.DIE_BEFORE));
    assertThrows(FaultyTracker.Death.class, () -> before.create(List.of(draft(1))));
    assertEquals(0, world.tickets());

    FaultyTracker after = faulty(FaultScript.atCall(1, Fault.DIE_AFTER));
    assertThrows(FaultyTracker.Death.class, () -> after.create(List.of(draft(1))));
    assertEquals(1, world.tickets());
  }

  @Test
  void aLateEffectOnADeletedTicketIsHeardByNobody() {
    FaultyTracker tracker = faulty(FaultScript.atCall(2, Fault.LATE));
    TicketRef ref =
        tracker
            .create(List.of(draft(1)))
            .get(0)
            .match(r -> r.ticket().ref(), FaultyTrackerTest::fail);
    assertKind(FailureKind.UNKNOWN_OUTCOME, () -> tracker.comment(ref, comment(1, KEY, "Due")));
    world.delete(ref);
    world.pass(Duration.ofMinutes(2));

    assertKind(FailureKind.GONE, () -> tracker.read(ref));
    assertEquals(Set.of("comment overdue/LATE"), tracker.faultPoints());
    assertEquals(Duration.ofMinutes(2), tracker.findLag());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NONE", "DIE_BEFORE", "DIE_AFTER"},
      mode = EnumSource.Mode.EXCLUDE)
  void aReadNeverHasAnUnknownOutcome(Fault fault) {
    FaultyTracker tracker = faulty((call, operation) -> fault);
    MarkQuery query = new MarkQuery(TrackerSamples.INSTALLATION, Set.of(), Instant.EPOCH);

    FailureKind kind = assertThrows(TrackerException.class, () -> tracker.find(query)).kind();

    assertTrue(
        Set.of(FailureKind.UNAVAILABLE, FailureKind.THROTTLED, FailureKind.DENIED).contains(kind));
  }

  @Test
  void whatNeedsNoCallNeverFails() {
    FaultyTracker tracker = faulty((call, operation) -> Fault.DIE_BEFORE);

    assertEquals("sandbox", tracker.name());
    assertEquals(Optional.empty(), tracker.recognise("other"));
    assertEquals(0, tracker.calls());
  }

  @Test
  void theSameSeedIsTheSameHistory() {
    List<Fault> all = List.of(Fault.values());
    List<List<Fault>> histories = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      FaultScript script = FaultScript.random(42, 0.5, all);
      List<Fault> history = new ArrayList<>();
      for (long call = 1; call <= 200; call++) {
        history.add(script.at(call, "create"));
      }
      histories.add(history);
    }
    assertEquals(histories.get(0), histories.get(1));
    assertTrue(Set.copyOf(histories.get(0)).size() > 8);
  }

  private static TicketRef fail(TrackerException failure) {
    throw failure;
  }

  private static void assertKind(FailureKind kind, Executable call) {
    assertEquals(kind, assertThrows(TrackerException.class, call).kind());
  }
}
