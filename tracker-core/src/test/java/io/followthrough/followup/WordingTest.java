package io.followthrough.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.Lapse;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketState;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every message as the person reads it who gets it: the sections of {@code messages.txt}. */
final class WordingTest {
  private final Scene scene = new Scene();

  @Test
  void aNudge() throws IOException {
    reads("nudge", "2026-11-16T09:00:00Z");
  }

  @Test
  void aNudgeBeforeALaterDate() throws IOException {
    scene.due("2026-12-21");
    reads("nudge with a date", "2026-11-16T09:00:00Z");
  }

  @Test
  void theLadderFromDueSoonToTheLastStepAndOn() throws IOException {
    scene.due("2026-12-01").humanActAt = Instant.parse("2026-11-28T09:00:00Z");
    reads("due soon", "2026-11-30T09:00:00Z");
    reads("overdue, first step", "2026-12-03T09:00:00Z");
    reads("overdue, second step", "2026-12-09T09:00:00Z");
    reads("overdue, third step", "2026-12-23T09:00:00Z");
    reads("nudge after the last step", "2027-01-06T09:00:00Z");
  }

  @Test
  void aBlockedTicket() throws IOException {
    scene.ticketState = TicketState.BLOCKED;
    reads("blocked", "2026-11-16T09:00:00Z");
  }

  @Test
  void aTicketClosedWithoutEvidence() throws IOException {
    scene.closed(TicketState.DONE, "2026-11-06T09:00:00Z");
    reads("evidence", "2026-11-06T09:00:00Z");
  }

  @Test
  void anItemThatLeftItsDocument() throws IOException {
    scene.removedAt = Optional.of(Scene.MONDAY);
    reads("removed", "2026-11-06T09:00:00Z");
  }

  @Test
  void anItemThatItsDocumentCallsDone() throws IOException {
    scene.doneInDocument = true;
    reads("done in the document", "2026-11-06T09:00:00Z");
  }

  @Test
  void theThirdDeferral() throws IOException {
    scene.due("2026-12-01").state = scene.state.climbing(LocalDate.parse("2026-12-01"), 0, 3);
    reads("deferred", "2026-11-06T09:00:00Z");
  }

  @Test
  void anIncidentThatCameBack() throws IOException {
    Instant seen = Instant.parse("2026-11-06T09:00:00Z");
    scene.repeats = List.of(RepeatsTest.cameBack(scene.origin(), seen));
    reads("repeat", "2026-11-06T09:00:00Z");
  }

  @Test
  void whoStandsInForAnother() throws IOException {
    scene.assignees = List.of();
    scene.unreachable = Set.of("Alice Martin", "Victor Prime");
    reads("nudge to a stand-in", "2026-11-16T09:00:00Z");
  }

  @Test
  void whereNobodyCanBeReachedTheContactIsNamed() throws IOException {
    scene.assignees = List.of();
    scene.unreachable = Set.of("Alice Martin", "Victor Prime", "Carol Diaz", "Dora Keller");
    reads("nudge to the contact", "2026-11-16T09:00:00Z");
  }

  @Test
  void aHandleIsAMentionAndNothingElseIs() {
    scene.steps = List.of(new EscalationStep(Lapse.ZERO, List.of(Role.INCIDENT_OWNER), false));
    scene.state = FollowUpState.untouched(Scene.id(), Scene.MONDAY);
    String words =
        scene
            .due("2026-11-05")
            .look("2026-11-06T09:00:00Z")
            .notice()
            .orElseThrow()
            .body()
            .lines()
            .stream()
            .flatMap(line -> line.spans().stream())
            .filter(span -> span.dress() == Span.Dress.MENTION)
            .map(span -> span.target())
            .toList()
            .toString();
    assertEquals("[carol]", words);
  }

  private void reads(String section, String now) throws IOException {
    String said = scene.decide(now).notice().orElseThrow().body().text();
    assertEquals(section(section), said);
  }

  private static String section(String name) throws IOException {
    try (InputStream in = WordingTest.class.getResourceAsStream("messages.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      String heading = "== " + name + "\n";
      int start = all.indexOf(heading);
      String rest = start < 0 ? "" : all.substring(start + heading.length());
      int end = rest.indexOf("\n== ");
      return (end < 0 ? rest : rest.substring(0, end)).strip();
    }
  }
}
