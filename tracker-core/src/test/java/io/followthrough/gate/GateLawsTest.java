package io.followthrough.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.gate.Promises.Draft;
import io.followthrough.item.Finding;
import io.followthrough.item.Lapse;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every postmortem, whatever stands in it. */
final class GateLawsTest {
  private static final Gate GATE =
      new Gate(
          new GateRules(
              Map.of(),
              3,
              Map.of(Priority.HIGH, Lapse.ofDays(30)),
              Map.of("Sprint 14", Promises.TODAY.plusDays(13))));

  @Property(tries = 300)
  void judgingTwiceSaysTheSame(@ForAll("postmortems") List<Draft> drafts) {
    Verdict first = GATE.judge(caseOf(drafts));
    List<GateCase.Item> again =
        first.items().stream().map(item -> Promises.item(item.promise())).toList();
    Verdict second = GATE.judge(new GateCase(again, List.of(), Promises.TODAY));
    for (int i = 0; i < drafts.size(); i++) {
      assertEquals(first.items().get(i).findings(), second.items().get(i).findings());
      assertEquals(first.items().get(i).promise(), second.items().get(i).promise());
    }
  }

  @Property(tries = 300)
  void theOrderOfTheItemsChangesNothing(
      @ForAll("postmortems") List<Draft> drafts, @ForAll long seed) {
    List<Draft> shuffled = new ArrayList<>(drafts);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(byLine(GATE.judge(caseOf(drafts))), byLine(GATE.judge(caseOf(shuffled))));
  }

  @Property(tries = 300)
  void whateverIsHeldIsAcceptedOnceItIsMended(@ForAll("drafts") Draft draft) {
    Verdict.Item before = judgeAlone(draft.promise());
    Draft mended =
        draft
            .title(Promises.GOOD_TITLE)
            .owner("Alice Martin")
            .due(Promises.TODAY.plusDays(30))
            .criterion("the alert fires in the staging drill");
    assertTrue(judgeAlone(mended.promise()).accepted(), before.findings()::toString);
  }

  @Property(tries = 300)
  void aNewDayAloneSaysNothingNew(@ForAll("postmortems") List<Draft> drafts) {
    GateCase today = caseOf(drafts);
    GateCase tomorrow = new GateCase(today.items(), List.of(), Promises.TODAY.plusDays(1));
    assertEquals(GATE.judge(today), GATE.judge(tomorrow));
  }

  @Property(tries = 300)
  void whatIsHeldSaysWhy(@ForAll("postmortems") List<Draft> drafts) {
    for (Verdict.Item item : GATE.judge(caseOf(drafts)).items()) {
      assertTrue(item.accepted() || item.findings().stream().anyMatch(f -> !f.message().isBlank()));
    }
  }

  @Property(tries = 300)
  void aTrackerTakesNoMoreThanItsLimit(@ForAll("postmortems") List<Draft> drafts) {
    long accepted =
        GATE.judge(caseOf(drafts)).items().stream().filter(Verdict.Item::accepted).count();
    assertTrue(accepted <= 3);
  }

  @Provide
  Arbitrary<List<Draft>> postmortems() {
    return drafts()
        .list()
        .ofMaxSize(9)
        .map(
            drafts -> {
              for (int i = 0; i < drafts.size(); i++) {
                drafts.get(i).line(10 + i);
              }
              return drafts;
            });
  }

  @Provide
  Arbitrary<Draft> drafts() {
    Arbitrary<String> titles =
        Arbitraries.of(
            "Improve monitoring",
            "Monitoring was too noisy",
            "Rotate the signing keys of the ledger",
            "Add a readiness probe to the search deployment",
            "Write a runbook for partial region loss",
            "Reduce the batch size",
            "Build a culture of testing across all teams",
            "");
    Arbitrary<String> owners = Arbitraries.of("Alice Martin", "TBD", "Payments", "Zed", "");
    Arbitrary<String> dates = Arbitraries.of("", "ASAP", "Sprint 14", "Q1", "03/04/2027");
    Arbitrary<Priority> priorities = Arbitraries.of(Priority.class);
    return Combinators.combine(titles, owners, dates, priorities)
        .as(
            (title, owner, date, priority) -> {
              Draft draft =
                  new Draft().title(title).owner(owner).priority(priority).criterion(null);
              return date.isEmpty() ? draft : draft.dueText(date);
            });
  }

  private static GateCase caseOf(List<Draft> drafts) {
    return new GateCase(
        drafts.stream().map(Draft::promise).map(Promises::item).toList(),
        List.of(),
        Promises.TODAY);
  }

  private static Verdict.Item judgeAlone(Promise promise) {
    return GATE.judge(Promises.of(Promises.item(promise))).items().get(0);
  }

  private static Map<Integer, List<Finding>> byLine(Verdict verdict) {
    Map<Integer, List<Finding>> byLine = new HashMap<>();
    verdict.items().forEach(item -> byLine.put(item.promise().line(), item.findings()));
    return byLine;
  }
}
