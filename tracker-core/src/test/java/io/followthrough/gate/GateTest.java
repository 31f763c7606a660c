package io.followthrough.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.gate.GateCase.OpenItem;
import io.followthrough.gate.Promises.Draft;
import io.followthrough.item.Finding;
import io.followthrough.item.Lapse;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {
  private static final LocalDate TODAY = Promises.TODAY;

  @Test
  void aGoodItemIsAcceptedWithoutAWord() {
    Verdict verdict = judge(GateRules.DEFAULTS, new Draft());
    assertEquals(List.of(), verdict.items().get(0).findings());
    assertTrue(verdict.items().get(0).accepted());
    assertEquals(List.of(), verdict.findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TBD | owner-missing",
        "everyone | owner-missing",
        "on-call | owner-missing",
        "Payments | owner-is-team",
        "@acme/web | owner-is-team",
        "Zed | owner-unknown",
      })
  void anOwnerWhoCannotBeAskedHolds(String owner, String rule) {
    assertEquals(List.of(rule + "!"), rules(GateRules.DEFAULTS, new Draft().owner(owner)));
  }

  @Test
  void noOwnerAtAllHolds() {
    assertEquals(List.of("owner-missing!"), rules(GateRules.DEFAULTS, new Draft().owner(null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sprint 14",
        "end of Sprint 14",
        "next week",
        "week 49",
        "KW 49",
        "Q1",
        "Q1 2027",
        "H2",
        "end of March",
        "next quarter",
        "milestone 3",
        "nächste Woche",
        "T1 2027",
        "fin du trimestre",
        "来月",
        "下个季度",
        "next release"
      })
  void aPeriodInWordsIsADate(String words) {
    assertEquals(List.of(), rules(GateRules.DEFAULTS, new Draft().dueText(words)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ASAP", "soon", "TBD", "ongoing", "03/04/2027", "-", "later"})
  void wordsThatAreNoTimeAreNoDate(String words) {
    assertEquals(List.of("due-missing!"), rules(GateRules.DEFAULTS, new Draft().dueText(words)));
  }

  @Test
  void noDateAtAllHolds() {
    assertEquals(List.of("due-missing!"), rules(GateRules.DEFAULTS, new Draft().due(null)));
  }

  @Test
  void aPastDateIsSaidFromTheDayAfterOn() {
    assertEquals(List.of(), rules(GateRules.DEFAULTS, new Draft().due(TODAY)));
    assertEquals(
        List.of("due-past"), rules(GateRules.DEFAULTS, new Draft().due(TODAY.minusDays(1))));
  }

  @Test
  void aDateBeyondAYearIsSaid() {
    assertEquals(List.of(), rules(GateRules.DEFAULTS, new Draft().due(TODAY.plusYears(1))));
    assertEquals(
        List.of("due-far"),
        rules(GateRules.DEFAULTS, new Draft().due(TODAY.plusYears(1).plusDays(1))));
  }

  @Test
  void aSprintOfTheConfigurationGivesItsDay() {
    LocalDate day = LocalDate.of(2026, 12, 4);
    GateRules rules =
        new GateRules(
            Map.of(), 5, Map.of(), Map.of("Sprint 1", TODAY.minusDays(9), "Sprint 14", day));
    Verdict.Item item = judge(rules, new Draft().dueText("end of sprint 14")).items().get(0);
    assertEquals(Optional.of(day), item.promise().due());
    assertEquals(Optional.of("the last day of “Sprint 14” in the configuration"), item.dueNote());
    assertEquals(List.of(), item.findings());
  }

  @Test
  void aDefaultByPriorityFillsAMissingDateFromTheFirstDayOn() {
    GateRules rules = withDefault();
    Verdict.Item high = judge(rules, new Draft().due(null).priority(Priority.HIGH)).items().get(0);
    assertEquals(Optional.of(TODAY.plusDays(30)), high.promise().due());
    assertEquals(List.of(), high.findings());
    assertTrue(high.dueNote().orElseThrow().contains("30d"), high.dueNote()::orElseThrow);

    GateCase.Item old = Promises.ticketed(new Draft().due(null).promise(), TODAY.minusDays(10));
    Verdict.Item medium = new Gate(rules).judge(Promises.of(old)).items().get(0);
    assertEquals(Optional.of(TODAY.plusDays(50)), medium.promise().due());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Q1", "03/04/2027"})
  void aDefaultDoesNotReplaceWhatThePeopleWrote(String words) {
    Verdict.Item item = judge(withDefault(), new Draft().dueText(words)).items().get(0);
    assertEquals(Optional.empty(), item.promise().due());
  }

  @Test
  void aDefaultFillsWordsThatAreNoTime() {
    Verdict.Item item = judge(withDefault(), new Draft().dueText("ASAP")).items().get(0);
    assertEquals(Optional.of(TODAY.plusDays(60)), item.promise().due());
  }

  private static GateRules withDefault() {
    Map<Priority, Lapse> lapses =
        Map.of(Priority.HIGH, Lapse.parse("30d"), Priority.MEDIUM, Lapse.parse("60d"));
    return new GateRules(Map.of(), 5, lapses, Map.of());
  }

  @Test
  void aWishHoldsUntilItSaysHowItEnds() {
    Draft vague = new Draft().title("Improve monitoring").criterion(null);
    assertTrue(rules(GateRules.DEFAULTS, vague).contains("vague!"));
    assertEquals(
        List.of("no-target"),
        rules(GateRules.DEFAULTS, vague.criterion("an alert pages when lag is high")));
    assertEquals(
        List.of(), rules(GateRules.DEFAULTS, vague.criterion("an alert pages within 5 minutes")));
  }

  @Test
  void theWordsAfterATitleCanSayWhatIsToBeDone() {
    Draft explained =
        new Draft()
            .title("Better logging")
            .text("**Better logging**: add request ids to the gateway's access log. (Alice)")
            .criterion(null);
    assertFalse(rules(GateRules.DEFAULTS, explained).contains("vague!"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monitoring did not page anybody",
        "The root cause was a missing index",
        "It took 40 minutes to find the owner",
        "Lack of alerts on the replica",
        "We were lucky that it was a quiet night",
        "There is no runbook for this service",
        "Retries are not idempotent",
        "Der Alarm wurde nicht ausgelöst",
        "L'alerte était désactivée",
        "La alerta estaba desactivada",
        "アラートが設定されていなかった",
        "监控未能发现故障"
      })
  void anObservationIsNoAct(String title) {
    assertTrue(
        rules(GateRules.DEFAULTS, new Draft().title(title).criterion(null))
            .contains("observation!"),
        title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert for what was missed",
        "Retries must be idempotent when the first call was lost",
        "The alert that did not fire should page within 5 minutes",
        "Circuit breaker for the tax API",
        "Certificates are being rotated",
        "Fix the job that had been skipped",
        "Slack channel per incident"
      })
  void anActMaySpeakOfThePast(String title) {
    assertFalse(
        rules(GateRules.DEFAULTS, new Draft().title(title).criterion(null))
            .contains("observation!"),
        title);
  }

  @Test
  void anItemThatIsOpenElsewhereIsHeldWithItsName() {
    Finding finding =
        only(
            judge(
                new Draft(),
                new OpenItem(
                    "Add alert: replication lag above 30 s (orders-db)", "PAY-12", List.of())));
    assertEquals("duplicate", finding.rule());
    assertTrue(finding.message().contains("PAY-12"), finding::message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert for replication lag above 60 s on orders-db",
        "Write a runbook for replication lag",
      })
  void otherWorkIsNoDuplicate(String title) {
    assertEquals(
        List.of(),
        judge(new Draft(), new OpenItem(title, "PAY-12", List.of())).items().get(0).findings());
  }

  @Test
  void theSameWordsForAnotherServiceAreOtherWork() {
    OpenItem other = new OpenItem(Promises.GOOD_TITLE, "PAY-12", List.of("search"));
    assertEquals(
        List.of(), judge(new Draft().services("checkout"), other).items().get(0).findings());
  }

  @Test
  void theLowerOfTwoEqualItemsIsHeld() {
    Verdict verdict = judge(GateRules.DEFAULTS, new Draft().line(20), new Draft().line(10));
    assertEquals(List.of(List.of("duplicate!"), List.of()), rules(verdict));
    assertEquals(
        List.of(List.of(), List.of()),
        rules(
            judge(
                GateRules.DEFAULTS,
                new Draft().line(20).owner("Dora Head"),
                new Draft().line(10))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alice Martin | systemic!",
        "Dora Head | ''",
      })
  void aGapOfTheWholeHouseNeedsAnOwnerWhoCanCloseIt(String owner, String rule) {
    Draft draft = new Draft().title("Add a blameless culture review across all teams").owner(owner);
    assertEquals(rule.isEmpty() ? List.of() : List.of(rule), rules(GateRules.DEFAULTS, draft));
  }

  @Test
  void aMeasureThatIsMissingIsSaid() {
    assertEquals(
        List.of("no-criterion"),
        rules(GateRules.DEFAULTS, new Draft().title("Rotate the signing keys").criterion(null)));
    assertEquals(
        List.of("no-target"),
        rules(GateRules.DEFAULTS, new Draft().title("Reduce the batch size of the migration")));
    assertEquals(
        List.of(),
        rules(GateRules.DEFAULTS, new Draft().title("Reduce the batch size to 500 rows")));
  }

  @Test
  void aPostmortemOfPaperAloneIsTold() {
    Draft runbook = new Draft().title("Write a runbook for failing over orders-db").line(10);
    Draft workshop = new Draft().title("Hold a 1-hour workshop on failover").line(11);
    Verdict verdict = judge(GateRules.DEFAULTS, runbook, workshop);
    assertEquals(
        List.of("only-documentation"), verdict.findings().stream().map(Finding::rule).toList());
    assertTrue(verdict.items().stream().allMatch(Verdict.Item::accepted));
    assertEquals(List.of(), judge(GateRules.DEFAULTS, runbook, new Draft()).findings());

    GateRules strict = GateRules.DEFAULTS.with(Rule.ONLY_DOCUMENTATION, Level.HOLD);
    assertFalse(judge(strict, runbook, workshop).items().get(0).accepted());
  }

  @Test
  void whatIsTooManyWaitsBestPriorityFirst() {
    List<Promise> good = Promises.good(7);
    GateCase.Item[] items = good.stream().map(Promises::item).toArray(GateCase.Item[]::new);
    items[6] =
        Promises.item(
            new Draft().title("Rotate host keys").line(90).priority(Priority.HIGH).promise());
    Verdict verdict = new Gate(GateRules.DEFAULTS).judge(Promises.of(items));
    assertEquals(
        List.of(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("max-items!"),
            List.of("max-items!"),
            List.of()),
        rules(verdict));
  }

  @Test
  void whatWaitsForAMendTakesNoPlace() {
    GateCase.Item[] items =
        Promises.good(6).stream().map(Promises::item).toArray(GateCase.Item[]::new);
    items[0] = Promises.item(new Draft().owner(null).promise());
    Verdict verdict = new Gate(GateRules.DEFAULTS).judge(Promises.of(items));
    assertEquals(5, verdict.items().stream().filter(Verdict.Item::accepted).count());
  }

  @Test
  void whatHasItsTicketIsNeverUnmade() {
    Promise spoilt =
        new Draft()
            .title("Improve monitoring")
            .owner("TBD")
            .dueText("soon")
            .criterion(null)
            .promise();
    Verdict.Item item =
        new Gate(GateRules.DEFAULTS)
            .judge(Promises.of(Promises.ticketed(spoilt, TODAY)))
            .items()
            .get(0);
    assertTrue(item.accepted());
    assertEquals(
        List.of("owner-missing", "due-missing", "vague", "no-criterion", "no-target"),
        item.findings().stream().map(Finding::rule).toList());
  }

  @Test
  void whatHasItsTicketComesBeforeABetterPriority() {
    List<GateCase.Item> items =
        Stream.concat(
                Promises.good(5).stream().map(promise -> Promises.ticketed(promise, TODAY)),
                Stream.of(
                    Promises.item(
                        new Draft()
                            .title("Rotate host keys")
                            .line(1)
                            .priority(Priority.CRITICAL)
                            .promise())))
            .toList();
    Verdict verdict = new Gate(GateRules.DEFAULTS).judge(new GateCase(items, List.of(), TODAY));
    assertEquals(List.of("max-items!"), rules(verdict).get(5));
  }

  @Test
  void aTicketThatGrowsLateIsTheLaddersCase() {
    Promise late = new Draft().due(TODAY.minusDays(3)).promise();
    GateCase.Item item = Promises.ticketed(late, TODAY.minusDays(60));
    assertEquals(List.of(List.of()), rules(new Gate(GateRules.DEFAULTS).judge(Promises.of(item))));
  }

  @Test
  void whatIsDoneAtFirstSightIsNotJudged() {
    assertEquals(
        List.of(),
        rules(GateRules.DEFAULTS, new Draft().title("Improve things").owner(null).done()));
  }

  @ParameterizedTest
  @CsvSource({"WARN, owner-missing", "HOLD, owner-missing!", "OFF, ''"})
  void aLevelIsObeyed(Level level, String expected) {
    assertEquals(
        expected.isEmpty() ? List.of() : List.of(expected),
        rules(GateRules.DEFAULTS.with(Rule.OWNER_MISSING, level), new Draft().owner("TBD")));
  }

  @Test
  void everyFindingIsASentenceThatHoldsWhereverTheItemStands() {
    Draft worst =
        new Draft().title("Improve monitoring").owner("Zed").dueText("soon").criterion(null);
    for (Finding finding : judge(GateRules.DEFAULTS, worst).items().get(0).findings()) {
      assertFalse(finding.message().contains("57"), finding::message);
      assertTrue(finding.message().endsWith("."), finding::message);
    }
  }

  @Test
  void everyRuleGoesByItsWord() {
    for (Rule rule : Rule.values()) {
      assertEquals(Optional.of(rule), Rule.of(rule.word()));
    }
    assertEquals(Optional.empty(), Rule.of("owner_missing"));
  }

  private static Verdict judge(GateRules rules, Draft... drafts) {
    return new Gate(rules)
        .judge(
            Promises.of(
                Arrays.stream(drafts)
                    .map(Draft::promise)
                    .map(Promises::item)
                    .toArray(GateCase.Item[]::new)));
  }

  private static Verdict judge(Draft draft, OpenItem other) {
    return new Gate(GateRules.DEFAULTS)
        .judge(new GateCase(List.of(Promises.item(draft.promise())), List.of(other), TODAY));
  }

  private static Finding only(Verdict verdict) {
    List<Finding> findings = verdict.items().get(0).findings();
    assertEquals(1, findings.size());
    return findings.get(0);
  }

  /** The names of the broken rules of one item, those that hold with a mark. */
  private static List<String> rules(GateRules rules, Draft draft) {
    return rules(judge(rules, draft)).get(0);
  }

  private static List<List<String>> rules(Verdict verdict) {
    return verdict.items().stream()
        .map(
            item ->
                item.findings().stream()
                    .map(finding -> finding.rule() + (finding.holds() ? "!" : ""))
                    .toList())
        .toList();
  }
}
