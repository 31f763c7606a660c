package io.followthrough.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.Lapse;
import io.followthrough.item.Priority;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void anItemOfWhoeverHasLeft() throws IOException {
    scene.left = Optional.of(LocalDate.of(2026, 11, 5));
    scene.successor = Optional.of("Bob Stone");
    reads("ownership, a leaver", "2026-11-05T09:00:00Z");
  }

  @Test
  void anItemOfAServiceThatWasHandedOver() throws IOException {
    scene.serviceOwner = Optional.of("Bob Stone");
    scene.state = scene.state.asking("service-owner:checkout=Alice Martin");
    reads("ownership, a service", "2026-11-05T09:00:00Z");
  }

  @Test
  void anItemToBeLookedAtAgain() throws IOException {
    scene.state = scene.state.answering(Answers.NONE.reviewed(LocalDate.of(2026, 11, 10)));
    reads("review", "2026-11-10T09:00:00Z");
  }

  @Test
  void aBlockerThatSomebodyNamed() throws IOException {
    scene.state = scene.state.answering(Answers.NONE.blocked(Optional.of("PAY-12")));
    reads("blocked, named", "2026-11-16T09:00:00Z");
    reads("blocked, still", "2026-11-30T09:00:00Z");
  }

  @Test
  void aTicketClosedAsNotPlannedWithoutAWord() throws IOException {
    scene.closed(TicketState.DECLINED, "2026-11-06T09:00:00Z");
    reads("reason", "2026-11-06T09:00:00Z");
  }

  @Test
  void anItemOfLowPriorityThatRots() throws IOException {
    scene.priority = Optional.of(Priority.LOW);
    scene.state = scene.state.saidAt(Instant.parse("2027-01-28T09:00:00Z"));
    reads("still meant", "2027-02-01T09:00:00Z");
  }

  @Test
  void aStepThatRaisesThePriority() throws IOException {
    scene.priority = Optional.of(Priority.LOW);
    scene.steps = List.of(new EscalationStep(Lapse.ZERO, List.of(Role.OWNER), true));
    scene.due("2026-11-05");
    reads("overdue, raised", "2026-11-06T09:00:00Z");
    assertEquals(Optional.of(Priority.MEDIUM), scene.state.answers().priority());
  }

  /** Run with {@code -Dfollowthrough.write=true} to write the section anew, and read it. */
  private void reads(String section, String now) throws IOException {
    String said = scene.decide(now).notice().orElseThrow().body().text();
    if (Boolean.getBoolean("followthrough.write")) {
      write(section, said);
    } else {
      assertEquals(section(section), said);
    }
  }

  private static void write(String name, String said) throws IOException {
    Path page = Path.of("src/test/resources/io/followthrough/followup/messages.txt");
    String heading = "== " + name + "\n";
    String all = Files.readString(page);
    int start = all.indexOf(heading);
    if (start < 0) {
      Files.writeString(page, all.stripTrailing() + "\n\n" + heading + said + "\n");
    } else {
      int end = all.indexOf("\n== ", start);
      String rest = end < 0 ? "" : all.substring(end);
      Files.writeString(page, all.substring(0, start) + heading + said + "\n" + rest);
    }
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
