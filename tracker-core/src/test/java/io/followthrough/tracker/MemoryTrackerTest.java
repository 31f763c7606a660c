package io.followthrough.tracker;

import static io.followthrough.tracker.TrackerSamples.comment;
import static io.followthrough.tracker.TrackerSamples.draft;
import static io.followthrough.tracker.TrackerSamples.id;
import static io.followthrough.tracker.TrackerSamples.marker;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MemoryTrackerTest {
  private final MemoryHarness harness =
      new MemoryHarness(builder -> builder.findLag(Duration.ofMinutes(10)));
  private final MemoryTracker tracker = harness.tracker();

  private TicketRef create(MemoryTracker on, TicketDraft draft) {
    return on.create(List.of(draft))
        .get(0)
        .match(
            receipt -> receipt.ticket().ref(),
            failure -> {
              throw failure;
            });
  }

  private List<Ticket> find() {
    return tracker.find(new MarkQuery(TrackerSamples.INSTALLATION, Set.of(), Instant.EPOCH));
  }

  @Test
  void ticketsAreNumberedByProject() {
    TicketDraft first = draft(1);
    TicketDraft elsewhere =
        new TicketDraft(
            marker(2),
            "Elsewhere",
            Prose.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of("PAY"),
            Optional.empty(),
            Optional.empty());
    assertEquals("DEMO-1", create(tracker, first).key());
    assertEquals("PAY-1", create(tracker, elsewhere).key());
    assertEquals("DEMO-2", create(tracker, draft(3)).key());
    assertEquals(Optional.empty(), tracker.recognise("INC-42"));
    assertTrue(tracker.recognise("PAY-1").isPresent());
  }

  @Test
  void aWriteIsInvisibleToLookUpsUntilTheLagIsOver() {
    TicketRef ref = create(tracker, draft(1));
    tracker.comment(ref, comment(1, "k/1", "Any news?"));
    harness.pass(Duration.ofMinutes(9));

    assertEquals(List.of(), find());
    assertEquals(Optional.empty(), tracker.findComment(ref, "k/1"));
    assertEquals(List.of(), tracker.changesSince(Cursor.startingAt(Instant.EPOCH)).tickets());

    harness.pass(Duration.ofMinutes(1));
    assertEquals(1, find().size());
    assertTrue(tracker.findComment(ref, "k/1").isPresent());
    assertEquals(1, tracker.changesSince(Cursor.startingAt(Instant.EPOCH)).tickets().size());
  }

  @Test
  void oneBadDraftDoesNotStopTheOthers() {
    TicketDraft bad = draft(marker(2), " \n ", Optional.empty());

    List<Outcome> outcomes = tracker.create(List.of(draft(1), bad, draft(3)));

    assertEquals(
        List.of("DEMO-1", "REJECTED", "DEMO-2"),
        outcomes.stream()
            .<String>map(o -> o.match(r -> r.ticket().ref().key(), e -> e.kind().name()))
            .toList());
  }

  @Test
  void aTransitionKeepsItsEvidence() {
    TicketRef ref = create(tracker, draft(1));
    MemoryPerson alice = tracker.person("alice-m");
    alice.close(ref.id(), "https://git.example/acme/api/pull/7");

    Transition transition = tracker.lastTransition(ref).orElseThrow();
    assertEquals(List.of("https://git.example/acme/api/pull/7"), transition.evidence());
    assertEquals("alice-m", transition.by().orElseThrow().handle());
    assertEquals(Optional.of("completed"), tracker.read(ref).resolution());
  }

  @Test
  void whoLeftCannotBeAssigned() {
    tracker.deactivate("alice-m");

    assertEquals(Optional.empty(), tracker.account("alice-m"));
    assertEquals(Optional.empty(), MemoryTracker.of("x", Instant::now).account(" "));
    assertTrue(MemoryTracker.of("x", Instant::now).account("anyone").isPresent());
  }

  @Test
  void aSnapshotIsTheWholeTracker() {
    TicketRef ref = create(tracker, draft(1));
    tracker.comment(ref, comment(1, "k/1", "Any news?"));
    harness.comment(ref, "On it");
    harness.delete(create(tracker, draft(2)));
    harness.pass(Duration.ofHours(1));
    Cursor cursor = tracker.changesSince(Cursor.startingAt(Instant.EPOCH)).next();

    MemoryTracker restored =
        MemoryTracker.builder("sandbox", harness::now).snapshot(tracker.snapshot()).build();

    assertEquals(tracker.snapshot(), restored.snapshot());
    assertEquals(tracker.read(ref), restored.read(ref));
    assertEquals(List.of(), restored.changesSince(cursor).tickets());
    assertEquals("DEMO-3", create(restored, draft(3)).key());
    assertEquals(1, restored.changesSince(cursor).tickets().size());
  }

  @Test
  void whatCannotBeKeptDidNotHappen() {
    List<MemorySnapshot> kept = new ArrayList<>();
    MemoryTracker keeping =
        MemoryTracker.builder("sandbox", harness::now)
            .keeper(
                snapshot -> {
                  if (kept.size() == 1) {
                    throw new IOException("No space left on device");
                  }
                  kept.add(snapshot);
                })
            .build();
    TicketRef ref = create(keeping, draft(1));

    Outcome lost = keeping.create(List.of(draft(2))).get(0);

    assertEquals(
        Optional.of(FailureKind.UNAVAILABLE),
        lost.match(r -> Optional.empty(), e -> Optional.of(e.kind())));
    assertEquals(
        FailureKind.UNAVAILABLE,
        assertThrows(
                TrackerException.class, () -> keeping.comment(ref, comment(1, "k/1", "Any news?")))
            .kind());
    assertEquals(kept.get(0), keeping.snapshot());
    assertEquals(
        List.of(id(1)),
        keeping.snapshot().tickets().stream()
            .map(t -> t.ticket().marker().orElseThrow().item())
            .toList());
  }
}
