package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Lapse;
import io.followthrough.item.Priority;
import io.followthrough.item.Stage;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the ladder, one by one. Monday is 2 November 2026, nine o'clock UTC. */
final class FollowUpTest {
  private final Scene scene = new Scene();

  @Test
  void twoSilentWeeksBringANudgeAndTwoMoreBringAnother() {
    assertEquals(
        List.of("2026-11-16T09:00:00Z nudge", "2026-11-30T09:00:00Z nudge"),
        scene.until("2026-12-10T00:00:00Z"));
  }

  @Test
  void aWordOfAPersonStartsTheSilenceAnew() {
    scene.humanActAt = Instant.parse("2026-11-12T15:00:00Z");
    assertEquals("-", scene.say("2026-11-16T09:00:00Z"));
    assertEquals("nudge", scene.say("2026-11-26T15:00:00Z"));
  }

  @Test
  void aNudgeIsKnownByTheSilenceItCountsFrom() {
    Notice notice = scene.look("2026-11-18T10:00:00Z").notice().orElseThrow();
    assertEquals("acme/" + Scene.id() + "/nudge/2026-11-02T09:00:00Z", notice.key());
  }

  @Test
  void anAdoptedTicketThatWasSilentForAYearIsNotNudgedOnTheFirstDay() {
    scene.adopted = true;
    scene.humanActAt = Instant.parse("2025-06-01T00:00:00Z");
    assertEquals(List.of("2026-11-16T09:00:00Z nudge"), scene.until("2026-11-20T00:00:00Z"));
  }

  @Test
  void theWholeLadderIsClimbedOnceInWorkingHours() {
    scene.due("2026-11-20");
    assertEquals(
        List.of(
            "2026-11-17T09:00:00Z due-soon",
            "2026-11-23T09:00:00Z overdue",
            "2026-11-30T09:00:00Z overdue",
            "2026-12-14T09:00:00Z overdue",
            "2026-12-28T09:00:00Z nudge"),
        scene.until("2027-01-04T00:00:00Z"));
  }

  @Test
  void anItemIsOverdueFromTheDayAfterItsDueDate() {
    scene.due("2026-11-10").humanActAt = Instant.parse("2026-11-10T08:00:00Z");
    scene.state = scene.state.dueSoonSaid(LocalDate.parse("2026-11-10"));
    assertEquals("-", scene.say("2026-11-10T16:59:59Z"));
    assertEquals("overdue", scene.say("2026-11-11T09:00:00Z"));
  }

  @Test
  void theDayEndsWhereTheOwnerLives() {
    scene.zone = ZoneId.of("America/Los_Angeles");
    scene.due("2026-11-10");
    scene.state = scene.state.dueSoonSaid(LocalDate.parse("2026-11-10"));
    assertEquals("-", scene.say("2026-11-11T16:59:59Z"));
    assertEquals("overdue", scene.say("2026-11-11T17:00:00Z"));
  }

  @Test
  void stepsTellWhomTheyName() {
    scene.due("2026-11-05");
    assertEquals(List.of("alice-m"), scene.told("2026-11-06T09:00:00Z"));
    assertEquals(List.of("alice-m", "carol"), scene.told("2026-11-13T09:00:00Z"));
    assertEquals(List.of("victor"), scene.told("2026-11-27T09:00:00Z"));
  }

  @Test
  void aStepIsKnownByItsDateDeferralsAndPlace() {
    Notice notice = scene.due("2026-11-05").look("2026-11-06T09:00:00Z").notice().orElseThrow();
    assertEquals("acme/" + Scene.id() + "/overdue/2026-11-05+0#0", notice.key());
  }

  @Test
  void afterADowntimeOnlyThePresentStepIsSaid() {
    scene.due("2026-11-05");
    Notice notice = scene.decide("2026-12-07T10:00:00Z").notice().orElseThrow();
    assertEquals("acme/" + Scene.id() + "/overdue/2026-11-05+0#2", notice.key());
    assertEquals(List.of("2026-12-21T10:00:00Z nudge"), onwards("2026-12-22T00:00:00Z"));
  }

  @Test
  void whatWasOverdueBeforeTheFirstRunClimbsOneStepAtATime() {
    scene.due("2026-08-01");
    assertEquals(
        List.of(
            "2026-11-02T09:00:00Z overdue",
            "2026-11-05T09:00:00Z overdue",
            "2026-11-09T09:00:00Z overdue"),
        scene.until("2026-11-20T00:00:00Z"));
  }

  @Test
  void evenAfterADowntimeTheOldClimbOneStep() {
    scene.due("2026-08-01").decide("2026-11-02T09:00:00Z");
    Notice notice = scene.decide("2026-12-07T10:00:00Z").notice().orElseThrow();
    assertEquals("acme/" + Scene.id() + "/overdue/2026-08-01+0#1", notice.key());
  }

  @Test
  void aTicketBornAfterItsDateClimbsOneStepAtATime() {
    scene.start = Instant.parse("2026-01-01T00:00:00Z");
    Notice notice = scene.due("2026-08-01").look(Scene.MONDAY).notice().orElseThrow();
    assertEquals("acme/" + Scene.id() + "/overdue/2026-08-01+0#0", notice.key());
  }

  @Test
  void twoMessagesAreNeverNearerThanTheLeastInterval() {
    scene.due("2026-11-18");
    assertEquals("due-soon", scene.say("2026-11-17T09:00:00Z"));
    assertEquals("-", scene.say("2026-11-19T09:00:00Z"));
    assertEquals("overdue", scene.say("2026-11-20T09:00:00Z"));
  }

  @Test
  void theStrongerOfTwoMessagesStandsForBoth() {
    scene.due("2026-11-19");
    assertEquals("due-soon", scene.say("2026-11-16T09:00:00Z"));
    assertEquals("-", scene.say("2026-11-17T09:00:00Z"));
  }

  @Test
  void aNudgeDoesNotDelayWhatIsToFollowIt() {
    scene.due("2026-11-20");
    assertEquals("-", scene.say("2026-11-16T09:00:00Z"));
    assertEquals("due-soon", scene.say("2026-11-17T09:00:00Z"));
  }

  @Test
  void dueSoonIsSaidOnceAndNotAfterTheDate() {
    scene.due("2026-11-15");
    assertEquals("due-soon", scene.say("2026-11-12T09:00:00Z"));
    assertEquals("overdue", scene.say("2026-11-16T09:00:00Z"));
    Scene late = new Scene().due("2026-11-15");
    assertEquals("overdue", late.say("2026-11-16T09:00:00Z"));
  }

  @Test
  void dueSoonIsLeftOutWhereTheTicketWasBornWithinThoseDays() {
    scene.due("2026-11-04");
    assertEquals(List.of("2026-11-05T09:00:00Z overdue"), scene.until("2026-11-06T00:00:00Z"));
  }

  @Test
  void aLaterDateStartsTheLadderAnewAndIsADeferral() {
    scene.due("2026-11-05").decide("2026-11-06T09:00:00Z");
    Decision moved = scene.due("2026-11-20").decide("2026-11-09T09:00:00Z");
    assertEquals(Optional.empty(), moved.notice());
    assertEquals(1, moved.next().deferrals());
    assertEquals(
        List.of("the due date moved from 2026-11-05 to 2026-11-20: deferral 1"), moved.noted());
    assertEquals(
        "acme/" + Scene.id() + "/overdue/2026-11-20+1#0",
        scene.decide("2026-11-23T09:00:00Z").notice().orElseThrow().key());
  }

  @Test
  void anEarlierDateIsNoDeferralAndTakesNoStepBack() {
    scene.due("2026-11-05").decide("2026-11-06T09:00:00Z");
    Decision moved = scene.due("2026-11-04").decide("2026-11-12T09:00:00Z");
    assertEquals(0, moved.next().deferrals());
    assertEquals(
        "acme/" + Scene.id() + "/overdue/2026-11-04+0#1", moved.notice().orElseThrow().key());
  }

  @Test
  void aDateThatMovesWhileTheDocumentSettlesIsNoDeferral() {
    scene.due("2026-11-20").decide("2026-11-02T10:00:00Z");
    Decision moved = scene.due("2026-12-20").decide("2026-11-03T08:00:00Z");
    assertEquals(0, moved.next().deferrals());
    assertEquals(Optional.of(LocalDate.parse("2026-12-20")), moved.next().ladderDue());
  }

  @Test
  void aDateThatIsTakenAwayAndGivenBackIsNoDeferral() {
    scene.due("2026-11-20").decide("2026-11-04T10:00:00Z");
    scene.due = Optional.empty();
    scene.decide("2026-11-05T10:00:00Z");
    assertEquals(0, scene.due("2026-11-20").decide("2026-11-06T10:00:00Z").next().deferrals());
  }

  @Test
  void theThirdDeferralIsAskedAboutOnce() {
    scene.due("2026-12-01").decide("2026-11-04T10:00:00Z");
    scene.due("2026-12-02").decide("2026-11-05T10:00:00Z");
    scene.due("2026-12-03").decide("2026-11-06T10:00:00Z");
    assertEquals(Optional.empty(), scene.look("2026-11-09T10:00:00Z").notice());
    scene.due("2026-12-04");
    assertEquals(List.of("alice-m", "carol"), scene.told("2026-11-09T10:00:00Z"));
    scene.due("2027-01-04");
    assertEquals("-", scene.say("2026-11-17T10:00:00Z"));
  }

  @Test
  void aBlockedTicketIsAskedAboutItsBlockerNotItsDate() {
    scene.due("2026-11-05").ticketState = TicketState.BLOCKED;
    assertEquals(List.of("2026-11-16T09:00:00Z blocked"), scene.until("2026-11-20T00:00:00Z"));
  }

  @Test
  void aTicketClosedWithoutEvidenceIsAskedOnceInWorkingHours() {
    scene.closed(TicketState.DONE, "2026-11-06T20:00:00Z");
    assertEquals("-", scene.say("2026-11-06T20:05:00Z"));
    assertEquals("evidence", scene.say("2026-11-09T09:00:00Z"));
    assertEquals(Optional.empty(), scene.decide("2026-12-09T09:00:00Z").next().nextAt());
  }

  @Test
  void evidenceOfATicketClosedBeforeTheFirstRunIsNotAskedFor() {
    scene.adopted = true;
    scene.closed(TicketState.DONE, "2026-10-06T20:00:00Z");
    assertEquals(List.of(), scene.until("2027-01-01T00:00:00Z"));
  }

  @Test
  void whereEvidenceIsOffNobodyIsAskedForIt() {
    scene.evidence = false;
    scene.closed(TicketState.DONE, "2026-11-06T10:00:00Z");
    assertEquals("-", scene.say("2026-11-09T09:00:00Z"));
  }

  @Test
  void aTicketClosedWithEvidenceIsSilent() {
    scene.due("2026-11-05").closed(TicketState.DONE, "2026-11-06T10:00:00Z", "https://code/7");
    assertEquals(List.of(), scene.until("2027-01-01T00:00:00Z"));
  }

  @Test
  void aDeclinedTicketIsAskedForItsReasonOnce() {
    scene.closed(TicketState.DECLINED, "2026-11-06T10:00:00Z");
    assertEquals(List.of("2026-11-06T10:00:00Z reason"), scene.until("2027-01-01T00:00:00Z"));
  }

  @Test
  void aTicketThatWasDeclinedWithAWordIsSilent() {
    scene.due("2026-11-05").closed(TicketState.DECLINED, "2026-11-06T10:00:00Z");
    scene.transition =
        scene.transition.map(
            last ->
                new Transition(
                    last.to(), last.at(), last.by(), Optional.of("it is replaced"), List.of()));
    assertEquals(List.of(), scene.until("2027-01-01T00:00:00Z"));
  }

  @Test
  void theDayOfReviewInTheDocumentIsAskedOnceAndNudgesWaitForIt() {
    scene.review = Optional.of(LocalDate.of(2026, 12, 7));
    assertEquals(
        List.of("2026-12-07T09:00:00Z review", "2026-12-21T09:00:00Z nudge"),
        scene.until("2026-12-24T00:00:00Z"));
  }

  @Test
  void plannedWorkIsNudgedAThirdAsOften() {
    scene.planned = Optional.of("Sprint 14");
    assertEquals(List.of("2026-12-14T09:00:00Z nudge"), scene.until("2026-12-24T00:00:00Z"));
  }

  @Test
  void lowPriorityWithoutADateIsAskedOnceAQuarterWhetherItIsStillMeant() {
    scene.priority = Optional.of(Priority.LOW);
    assertEquals(
        List.of("2027-02-01T09:00:00Z still-meant", "2027-05-03T09:00:00Z still-meant"),
        scene.until("2027-07-01T00:00:00Z").stream()
            .filter(line -> !line.endsWith("nudge"))
            .toList());
  }

  @Test
  void aTicketThatIsGoneIsNotedOnceInTheJournalOnly() {
    scene.ticketState = TicketState.GONE;
    Decision first = scene.decide("2026-11-06T10:00:00Z");
    assertEquals(Optional.empty(), first.notice());
    assertEquals(1, first.noted().size());
    assertEquals(List.of(), scene.decide("2026-11-07T10:00:00Z").noted());
    assertEquals(Optional.empty(), first.next().nextAt());
  }

  @Test
  void anItemThatLeftItsDocumentIsAskedAboutOnceAndThenFollowedAsBefore() {
    scene.removedAt = Optional.of(Instant.parse("2026-11-04T10:00:00Z"));
    assertEquals(
        List.of("2026-11-05T10:00:00Z removed", "2026-11-19T10:00:00Z nudge"),
        scene.until("2026-11-20T00:00:00Z"));
  }

  @Test
  void aDocumentThatCallsItDoneIsAskedAboutOnce() {
    scene.doneInDocument = true;
    assertEquals(
        List.of("2026-11-03T09:00:00Z done-in-document"), scene.until("2026-11-10T00:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
  void onlyAcceptedItemsAreFollowed(Stage stage) {
    scene.due("2026-11-05").stage = stage;
    assertEquals(List.of(), scene.until("2027-01-01T00:00:00Z"));
  }

  @Test
  void aTicketThatWasNotReadYetIsLeftAlone() {
    scene.due("2026-11-05").ticketWasRead = false;
    Decision decision = scene.look("2026-12-07T10:00:00Z");
    assertEquals(Optional.empty(), decision.notice());
    assertEquals(Optional.empty(), decision.next().nextAt());
  }

  @Test
  void whoAsksForSilenceGetsItAndOneMessageAfterwards() {
    scene.due("2026-11-05").quiet =
        Optional.of(new Quiet(Instant.parse("2026-12-08T00:00:00Z"), "snoozed by alice-m"));
    Decision decision = scene.decide("2026-11-27T09:00:00Z");
    assertEquals(Optional.empty(), decision.notice());
    assertEquals(Optional.of(Instant.parse("2026-12-08T09:00:00Z")), decision.next().nextAt());
    assertTrue(decision.why().contains("snoozed by alice-m"));
    assertEquals("overdue", scene.say("2026-12-08T09:00:00Z"));
  }

  @Test
  void aStateThatIsNotUnderstoodStillOwesSomething() {
    scene.ticketState = TicketState.UNKNOWN;
    assertEquals("nudge", scene.say("2026-11-16T09:00:00Z"));
  }

  @Test
  void anIncidentThatCameBackIsToldOnceOnTheOpenTicket() {
    scene.repeats = List.of(repeat("2026-11-10T12:00:00Z"));
    Notice notice = scene.decide("2026-11-10T12:00:00Z").notice().orElseThrow();
    assertEquals(Notice.Kind.REPEAT, notice.kind());
    assertEquals("acme/" + Scene.id() + "/ask/repeat:inc 99", notice.key());
    assertEquals("-", scene.say("2026-11-20T12:00:00Z"));
  }

  @Test
  void whatCameBackBeforeTheTicketWasBornIsNotTold() {
    scene.repeats = List.of(repeat("2026-11-01T12:00:00Z"));
    assertEquals("-", scene.say("2026-11-10T12:00:00Z"));
  }

  @Test
  void aStepCanRaiseThePriority() {
    scene.steps = List.of(new EscalationStep(Lapse.ofDays(1), List.of(Role.MANAGER), true));
    scene.due("2026-11-05");
    assertFalse(scene.look("2026-11-09T09:00:00Z").notice().orElseThrow().raisePriority());
    scene.priority = Optional.of(Priority.LOW);
    assertTrue(scene.decide("2026-11-09T09:00:00Z").notice().orElseThrow().raisePriority());
    assertEquals(Optional.of(Priority.MEDIUM), scene.state.answers().priority());
  }

  @Test
  void decidingTwiceAtOneInstantSaysItOnce() {
    assertEquals("nudge", scene.say("2026-11-16T09:00:00Z"));
    assertEquals("-", scene.say("2026-11-16T09:00:00Z"));
  }

  @Test
  void aClockSetBackByAYearSaysNothingTwice() {
    scene.due("2026-11-05");
    assertEquals("overdue", scene.say("2026-11-06T09:00:00Z"));
    assertEquals("-", scene.say("2025-11-06T09:00:00Z"));
    assertEquals("-", scene.say("2026-11-06T08:00:00Z"));
    assertEquals("-", scene.say("2026-11-06T09:00:00Z"));
    assertEquals("overdue", scene.say("2026-11-13T09:00:00Z"));
  }

  @Test
  void everyDecisionSaysWhy() {
    scene.due("2026-11-05");
    assertEquals(
        "nothing is due before the overdue on 2026-11-06T09:00Z", scene.look(Scene.MONDAY).why());
    assertEquals(
        "held back until somebody is at work: overdue on 2026-11-06T09:00Z",
        scene.look("2026-11-06T04:00:00Z").why());
    assertEquals(
        "overdue to Alice Martin (owner): due on 2026-11-05, step 1 of 3",
        scene.decide("2026-11-06T09:00:00Z").why());
    scene.spacing = Lapse.ofDays(10);
    assertEquals(
        "at most one comment every 10d; next the overdue on 2026-11-16T09:00Z",
        scene.decide("2026-11-13T09:00:00Z").why());
  }

  @Test
  void theFingerprintFollowsThePolicyAndTheDirectory() {
    String before = scene.look(Scene.MONDAY).next().policy();
    assertEquals(before, scene.look(Scene.MONDAY).next().policy());
    scene.spacing = Lapse.ofDays(4);
    String spaced = scene.look(Scene.MONDAY).next().policy();
    scene.zone = ZoneId.of("Asia/Tokyo");
    String moved = scene.look(Scene.MONDAY).next().policy();
    assertEquals(3, Set.of(before, spaced, moved).size());
  }

  private Repeat repeat(String seenAt) {
    return RepeatsTest.cameBack(scene.origin(), Instant.parse(seenAt));
  }

  private List<String> onwards(String end) {
    List<String> said = new ArrayList<>();
    Optional<Instant> next = scene.state.nextAt();
    while (next.isPresent() && next.get().isBefore(Instant.parse(end))) {
      said.add(next.get() + " " + scene.say(next.get().toString()));
      next = scene.state.nextAt();
    }
    return said;
  }
}
