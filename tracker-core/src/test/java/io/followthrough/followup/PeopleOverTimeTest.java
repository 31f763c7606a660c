package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Absence;
import io.followthrough.tracker.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People go on holiday, leave, and hand over. */
final class PeopleOverTimeTest {
  private final Scene scene = new Scene();

  private static Absence absence(String first, String last) {
    return new Absence(LocalDate.parse(first), LocalDate.parse(last));
  }

  private String words(String now) {
    return scene.decide(now).notice().orElseThrow().body().text();
  }

  @Test
  void whoeverIsAwayForAFortnightIsAskedWhenTheyAreBack() {
    scene.away = List.of(absence("2026-11-09", "2026-11-20"));
    assertEquals(List.of("2026-11-23T09:00:00Z nudge"), scene.until("2026-11-30T00:00:00Z"));
  }

  @Test
  void absencesThatFollowEachOtherAreOne() {
    scene.away = List.of(absence("2026-11-16", "2026-11-18"), absence("2026-11-19", "2026-11-20"));
    assertEquals(List.of("2026-11-23T09:00:00Z nudge"), scene.until("2026-11-30T00:00:00Z"));
  }

  @Test
  void theDelegateIsAskedMeanwhileAndToldWhy() {
    scene.away = List.of(absence("2026-11-09", "2026-11-20"));
    scene.delegate = Optional.of("Bob Stone");
    String words = words("2026-11-16T09:00:00Z");
    assertTrue(words.startsWith("Bob Stone"), words);
    assertTrue(words.contains("because Alice Martin is away until 20 November 2026"), words);
  }

  @Test
  void forMonthsOfAbsenceSomebodyElseIsAsked() {
    scene.away = List.of(absence("2026-11-09", "2027-03-31"));
    assertEquals(List.of("victor"), scene.told("2026-11-16T09:00:00Z"));
  }

  @Test
  void anOpenItemOfWhoeverLeavesIsAskedAboutOnceOnThatDay() {
    scene.left = Optional.of(LocalDate.of(2026, 11, 5));
    scene.successor = Optional.of("Bob Stone");
    scene.look("2026-11-02T09:00:00Z");
    assertEquals(
        List.of("2026-11-05T09:00:00Z ownership", "2026-11-19T09:00:00Z nudge"),
        scene.until("2026-11-30T00:00:00Z"));
  }

  @Test
  void theSuccessorAndTheManagerAreAskedWhoseItIs() {
    scene.left = Optional.of(LocalDate.of(2026, 11, 5));
    scene.successor = Optional.of("Bob Stone");
    scene.decide("2026-11-02T09:00:00Z");
    Notice notice = scene.decide("2026-11-05T09:00:00Z").notice().orElseThrow();
    assertEquals(
        List.of("Bob Stone", "Dora Keller"),
        notice.recipients().stream().map(Recipient::name).toList());
    assertTrue(notice.body().text().contains("Alice Martin, who had this, has left"));
  }

  @Test
  void somebodyElsesItemIsNotAskedAbout() {
    scene.left = Optional.of(LocalDate.of(2026, 11, 5));
    scene.assignees = List.of(Scene.account("bob"));
    assertEquals(List.of("2026-11-16T09:00:00Z nudge"), scene.until("2026-11-20T00:00:00Z"));
  }

  @Test
  void anAccountThatWasSwitchedOffIsAFindingForTheManager() {
    scene.assignees = List.of(new Account("id-alice-m", "alice-m", false, false));
    assertEquals(List.of("victor", "dora"), scene.told("2026-11-02T09:00:00Z"));
    assertEquals("-", scene.say("2026-11-05T09:00:00Z"));
  }

  @Test
  void theOpenItemsOfAServiceAreAskedOnceWhenItHasAnotherOwner() {
    scene.serviceOwner = Optional.of("Alice Martin");
    assertEquals("-", scene.say("2026-11-02T10:00:00Z"));
    scene.serviceOwner = Optional.of("Bob Stone");
    assertEquals(List.of("alice-m", "bob"), scene.told("2026-11-03T10:00:00Z"));
    assertEquals("-", scene.say("2026-11-06T10:00:00Z"));
    scene.serviceOwner = Optional.of("Alice Martin");
    assertEquals("-", scene.say("2026-11-09T10:00:00Z"));
  }
}
