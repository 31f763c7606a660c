package io.followthrough.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.followup.Repeat;
import io.followthrough.item.ActionKind;
import io.followthrough.item.ItemState;
import io.followthrough.item.Priority;
import io.followthrough.review.Period.Kind;
import io.followthrough.review.ReviewPostmortem.Predecessor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ReviewingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
  private static final Period OCTOBER = Period.of(Kind.MONTH, LocalDate.of(2026, 10, 15));

  private static Chapter chapter(String key, String date, Sample... items) {
    return chapter(key, date, List.of("replication lag"), List.of(), items);
  }

  private static Chapter chapter(
      String key, String date, List<String> modes, List<Predecessor> repeats, Sample... items) {
    ReviewPostmortem postmortem =
        new ReviewPostmortem(
            "docs:" + key,
            Optional.of(key),
            "Incident " + key,
            Optional.of("https://docs.example/" + key),
            LocalDate.parse(date),
            List.of("checkout"),
            modes,
            List.of("detection-gap"),
            repeats);
    return new Chapter(postmortem, Arrays.stream(items).map(Sample::item).toList());
  }

  private static Review review(Scope scope, Chapter... chapters) {
    return new Reviewing(scope, TODAY, 3, period -> Optional.empty())
        .of(OCTOBER, reader -> List.of(chapters).forEach(reader));
  }

  private static Review review(Chapter... chapters) {
    return review(Scope.ALL, chapters);
  }

  private static Review reviewOf(Sample... items) {
    return review(chapter("INC-1", "2026-10-05", items));
  }

  private static int number(Review review, String figure, String row, int column) {
    return review
        .figure(figure)
        .flatMap(each -> each.cell(row, column))
        .flatMap(Cell::number)
        .orElseThrow();
  }

  private static int summary(Review review, String row) {
    return number(review, "summary", row, 1);
  }

  /** The rows of a figure, their cells separated by bars. */
  private static List<String> rows(Review review, String figure) {
    return review.figure(figure).orElseThrow().rows().stream()
        .map(row -> row.cells().stream().map(Cell::text).collect(Collectors.joining("|")))
        .toList();
  }

  @Test
  void postmortemsAreCountedOnceForEachIncidentOfThePeriod() {
    Review review =
        review(
            chapter("INC-1", "2026-10-05"),
            chapter("INC-1", "2026-10-06"),
            chapter("INC-2", "2026-10-31"),
            chapter("INC-3", "2026-11-01"));
    assertEquals(2, summary(review, "postmortems"));
  }

  @Test
  void openedClosedDeclinedAndHeldAreApart() {
    Review review =
        reviewOf(
            Sample.open("1"),
            Sample.open("2").opened("2026-09-30"),
            Sample.done("3", "2026-10-31"),
            Sample.done("4", "2026-11-01"),
            Sample.open("5").state(ItemState.DECLINED, Optional.of(LocalDate.of(2026, 10, 2))),
            Sample.held("6", "vague"));
    assertEquals(4, summary(review, "opened"));
    assertEquals(1, summary(review, "closed"));
    assertEquals(1, summary(review, "declined"));
    assertEquals(1, summary(review, "held"));
    assertEquals(3, summary(review, "open"), "what was closed in November was open in October");
    assertEquals(2, summary(review, "net"));
    assertEquals(1, summary(review, "done-unverified"));
  }

  @Test
  void whatChangedSinceTheLastPeriodStandsBeside() {
    Review review = reviewOf(Sample.open("1").opened("2026-09-10"), Sample.open("2"));
    Cell open = review.figure("summary").orElseThrow().cell("open", 1).orElseThrow();
    assertEquals(Optional.of(1), open.before());
    assertEquals("+1", open.changeText());
  }

  @Test
  void anEarlierReviewIsComparedWithAsItWasGiven() {
    Review given = reviewOf(Sample.open("1"), Sample.open("2"), Sample.open("3"));
    Review november =
        new Reviewing(
                Scope.ALL,
                TODAY,
                3,
                period -> Optional.of(given).filter(any -> period.equals(OCTOBER)))
            .of(
                OCTOBER.next(),
                reader -> reader.accept(chapter("INC-1", "2026-10-05", Sample.open("1"))));
    Cell open = november.figure("summary").orElseThrow().cell("open", 1).orElseThrow();
    assertEquals(Optional.of(3), open.before());
    assertEquals("Open|1|3|0|0", rows(november, "periods").get(4));
    assertFalse(november.complete());
    assertEquals(TODAY, november.asOf());
  }

  @Test
  void overdueIsFromTheDayAfterTheDateAndSaysByHowMuch() {
    Review review =
        reviewOf(
            Sample.open("1").due("2026-10-31"),
            Sample.open("2").due("2026-10-30"),
            Sample.open("3").due("2026-10-02"),
            Sample.open("4").opened("2026-05-01").due("2026-06-01"));
    assertEquals(3, summary(review, "overdue"));
    assertEquals(
        List.of("1 to 7 days|1", "8 to 30 days|1", "31 to 90 days|0", "more than 90 days|1"),
        rows(review, "overdue-by"));
  }

  @Test
  void ageIsToldByPriorityWithItsMedianAndItsOldest() {
    Review review =
        reviewOf(
            Sample.open("1").priority(Priority.HIGH).opened("2026-10-21"),
            Sample.open("2").priority(Priority.HIGH).opened("2026-10-11"),
            Sample.open("3").priority(Priority.HIGH).opened("2026-07-23"),
            Sample.open("4").priority(Priority.LOW).opened("2026-10-30"));
    assertEquals(
        List.of("high|3|20 days|100 days", "low|1|1 day|1 day"), rows(review, "age-by-priority"));
    assertEquals("Item 3|PAY-3|100 days|–", rows(review, "oldest-open").get(0));
  }

  @Test
  void timeToCloseHasMedianAndP90ByPriorityAndKind() {
    List<Sample> closed = new ArrayList<>();
    for (int day = 2; day <= 11; day++) {
      closed.add(Sample.done("d" + day, "2026-10-" + (day < 10 ? "0" : "") + day));
    }
    Review review = reviewOf(closed.toArray(Sample[]::new));
    assertEquals(List.of("medium|10|5 days|9 days"), rows(review, "time-to-close-by-priority"));
    assertEquals(List.of("prevention|10|5 days|9 days"), rows(review, "time-to-close-by-kind"));
    assertEquals(5, summary(review, "median-days-to-close"));
  }

  @Test
  void onTimeIsCountedAgainstTheFirstAndTheLastDate() {
    Review review =
        reviewOf(
            Sample.done("1", "2026-10-20").due("2026-10-20"),
            Sample.done("2", "2026-10-25")
                .due("2026-10-31")
                .deferred("2026-10-10", 1, "2026-10-09"),
            Sample.done("3", "2026-10-25"));
    assertEquals(
        List.of("the first date|2|1|50 %", "the last date|2|2|100 %"), rows(review, "on-time"));
  }

  @Test
  void theMixSaysWhenOnlyDocumentsAndAlertsAreClosed() {
    Review review =
        reviewOf(
            Sample.done("1", "2026-10-20").kind(ActionKind.LEARNING),
            Sample.done("2", "2026-10-20").kind(ActionKind.DETECTION),
            Sample.open("3"),
            Sample.open("4"));
    assertEquals(
        List.of("prevention|0|0 %|2", "detection|1|50 %|0", "learning|1|50 %|0"),
        rows(review, "completion-mix"));
    assertTrue(
        review
            .figure("completion-mix")
            .orElseThrow()
            .remark()
            .orElse("")
            .startsWith("Documents and alerts are being closed while prevention stays open"));
    assertTrue(
        rows(review, "structural-changes").stream()
            .anyMatch(row -> row.startsWith("Plan prevention before detection|")));
  }

  @Test
  void servicesTeamsKindsAndPrioritiesAreCounted() {
    Review review =
        review(
            chapter("INC-1", "2026-10-05", Sample.open("1").due("2026-10-10")),
            chapter("INC-2", "2026-10-06", Sample.open("2").service("search").team("Search")));
    assertEquals(List.of("checkout|2|100 %|1|1", "search|0|0 %|1|0"), rows(review, "services"));
    assertEquals(List.of("Payments|1|0|1|1|0", "Search|1|0|1|0|0"), rows(review, "by-team"));
    assertEquals(List.of("prevention|2"), rows(review, "priority-by-kind"));
    assertEquals(List.of("checkout|1", "search|1"), rows(review, "service-by-kind"));
    assertEquals("Monday|1", rows(review, "weekdays").get(0));
    assertEquals("Tuesday|1", rows(review, "weekdays").get(1));
  }

  @Test
  void blockersBehindSeveralItemsAreAPattern() {
    Review review =
        reviewOf(
            Sample.open("1").blockedBy("INFRA-9"),
            Sample.open("2").blockedBy("INFRA-9"),
            Sample.open("3").team("Search").blockedBy("LEGAL-1"));
    assertEquals(3, summary(review, "blocked"));
    assertEquals(
        List.of("blocked by INFRA-9|2", "in team Payments|2"), rows(review, "blocked-patterns"));
  }

  @Test
  void deferralsAreTheMostOftenFirst() {
    Review review =
        reviewOf(
            Sample.open("1").due("2026-12-01").deferred("2026-10-10", 1, "2026-10-09"),
            Sample.open("2").due("2026-12-24").deferred("2026-09-01", 3, "2026-09-30"));
    assertEquals(
        List.of("Item 2|PAY-2|3|2026-09-01|2026-12-24", "Item 1|PAY-1|1|2026-10-10|2026-12-01"),
        rows(review, "deferrals"));
    assertEquals(1, summary(review, "deferred"));
  }

  @Test
  void bothKindsOfRepeatsAreCountedApart() {
    Predecessor open = new Predecessor("Incident INC-0", Repeat.Kind.WHILE_OPEN);
    Predecessor complete = new Predecessor("Incident INC-9", Repeat.Kind.DESPITE_COMPLETE);
    Review review =
        review(
            chapter("INC-1", "2026-10-05", List.of(), List.of(open)),
            chapter("INC-2", "2026-10-06", List.of(), List.of(complete)),
            chapter("INC-3", "2026-09-06", List.of(), List.of(open)));
    assertEquals(1, summary(review, "repeats-while-open"));
    assertEquals(1, summary(review, "repeats-despite-complete"));
    assertEquals(2, rows(review, "repeats").size());
  }

  @Test
  void failureModesAndFactorsOfSeveralPostmortemsNameTheirDocuments() {
    Review review =
        review(
            chapter("INC-1", "2026-10-05"),
            chapter("INC-2", "2026-02-05"),
            chapter("INC-3", "2025-02-05"),
            chapter("INC-4", "2026-03-05", List.of("expired certificate"), List.of()));
    assertEquals(
        List.of("replication lag|2|Incident INC-1; Incident INC-2"), rows(review, "failure-modes"));
    assertEquals(
        List.of("detection-gap|3|Incident INC-1; Incident INC-4; Incident INC-2"),
        rows(review, "contributing-factors"));
  }

  @Test
  void gapsOfOwnershipAreCountedByTheirRule() {
    Review review =
        reviewOf(
            Sample.held("1", "owner-missing", "vague"),
            Sample.held("2", "owner-missing"),
            Sample.held("3", "owner-is-team"),
            Sample.open("4").unowned());
    assertEquals(
        List.of("owner-missing|2", "open without an assignee|1", "owner-is-team|1"),
        rows(review, "ownership-gaps"));
    assertEquals(4, summary(review, "unowned"));
  }

  @Test
  void dueThisMonthIsWhatFollowsThePeriod() {
    Review review =
        reviewOf(
            Sample.open("1").due("2026-11-30"),
            Sample.open("2").due("2026-12-02"),
            Sample.open("3").due("2026-11-05"));
    assertEquals(
        List.of("Item 3|PAY-3|2026-11-05|accepted", "Item 1|PAY-1|2026-11-30|accepted"),
        rows(review, "due-soon"));
    assertEquals(2, summary(review, "due-soon"));
  }

  @Test
  void postmortemsAreStaleAfterAHundredAndTwentyDays() {
    Review review =
        review(
            chapter("INC-1", "2026-07-02", Sample.open("1").opened("2026-07-02")),
            chapter("INC-2", "2026-07-03", Sample.open("2").opened("2026-07-03")));
    assertEquals(List.of("Incident INC-1|2026-07-02|1"), rows(review, "stale-postmortems"));
    assertEquals(1, summary(review, "stale-postmortems"));
  }

  @Test
  void threeItemsDeserveADecision() {
    Review review =
        reviewOf(
            Sample.open("1").priority(Priority.LOW),
            Sample.open("2").cameBack(),
            Sample.open("3").priority(Priority.CRITICAL).due("2026-10-10"),
            Sample.open("4").unowned());
    assertEquals(
        List.of(
            "Item 3|PAY-3|critical priority, 21 days overdue, it prevents"
                + "|A new date, or help for its owner?",
            "Item 2|PAY-2|its incident came back, it prevents|Do it now, or say why not.",
            "Item 4|PAY-4|no owner, it prevents|Who owns it?"),
        rows(review, "decisions"));
  }

  @Test
  void candidatesToMergeArchiveAndPromoteAreNamed() {
    Review review =
        reviewOf(
            Sample.open("1").titled("Add an alert"),
            Sample.open("2").titled("add an ALERT"),
            Sample.open("3").priority(Priority.LOW).opened("2026-01-01"),
            Sample.open("4").opened("2026-06-01").cameBack());
    assertEquals(
        List.of(
            "add an ALERT|PAY-2|merge with PAY-1",
            "Item 3|PAY-3|archive",
            "Item 4|PAY-4|promote: its incident came back, it prevents"),
        rows(review, "candidates"));
  }

  @Test
  void theLastPostmortemsAreToldWithTheirItems() {
    Review review =
        review(
            chapter("INC-1", "2026-10-01", Sample.done("1", "2026-10-20")),
            chapter("INC-2", "2026-10-02", Sample.open("2").due("2026-10-21")),
            chapter("INC-3", "2026-10-03", Sample.held("3", "vague")),
            chapter("INC-4", "2026-09-03", Sample.open("4")));
    assertEquals(
        List.of(
            "Incident INC-3|Item 3|PAY-3|proposed: vague|–|–",
            "Incident INC-2|Item 2|PAY-2|accepted, 10 days overdue|2026-10-21|–",
            "Incident INC-1|Item 1|PAY-1|done, unverified|–|2026-10-20"),
        rows(review, "last-postmortems"));
    assertEquals(
        Optional.of("Of 3 items: 1 done, 1 open, 1 of these overdue, 1 held, 0 declined."),
        review.figure("last-postmortems").orElseThrow().remark());
  }

  @Test
  void aScopeLeavesOutWhatIsNotItsOwn() {
    Chapter both =
        chapter("INC-1", "2026-10-05", Sample.open("1"), Sample.open("2").team("Search"));
    assertEquals(1, summary(review(Scope.ofTeam("payments"), both), "open"));
    Scope search =
        new Scope(Optional.empty(), Optional.of("search"), Optional.empty(), Optional.empty());
    assertEquals(0, summary(review(search, both), "postmortems"));
    assertEquals("service search", review(search, both).scope());
  }

  @Test
  void everyFigureHasADefinitionAndCellsForItsColumns() {
    Review review = reviewOf(Sample.open("1").due("2026-10-02"), Sample.held("2", "vague"));
    for (Figure figure : review.figures()) {
      assertTrue(figure.definition().length() > 20, figure.name());
      figure
          .rows()
          .forEach(row -> assertEquals(figure.columns().size(), row.cells().size(), row.name()));
    }
    assertEquals(
        review.figures().size(), review.figures().stream().map(Figure::name).distinct().count());
  }
}
