package io.followthrough.gate;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Finding;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The gate between what a postmortem says and the tracker: an item becomes a ticket only if it
 * could be done and be seen to be done. It asks, it does not swallow: what it holds comes with how
 * to mend it. Immutable.
 */
public final class Gate {
  private final GateRules rules;

  /** A gate with its configuration. */
  public Gate(GateRules rules) {
    this.rules = requireNonNull(rules, "rules is null");
  }

  /**
   * Judges all items of one postmortem at once. An item that its document calls done and that has
   * no ticket is not judged: nobody has to do it.
   */
  public Verdict judge(GateCase postmortem) {
    List<Optional<DueRules.Filled>> filled =
        postmortem.items().stream().map(item -> DueRules.fill(item, rules)).toList();
    List<GateCase.Item> items =
        IntStream.range(0, filled.size())
            .mapToObj(i -> withDue(postmortem.items().get(i), filled.get(i)))
            .toList();
    List<Findings> findings = judgeEach(items, postmortem);
    List<Finding> whole = judgeWhole(items, findings);
    holdSurplus(items, findings);
    List<Verdict.Item> verdicts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      verdicts.add(
          new Verdict.Item(
              items.get(i).promise(),
              findings.get(i).all(),
              filled.get(i).map(DueRules.Filled::note)));
    }
    return new Verdict(verdicts, whole);
  }

  private static GateCase.Item withDue(GateCase.Item item, Optional<DueRules.Filled> filled) {
    Promise promise = item.promise();
    return item.withPromise(filled.map(it -> promise.withDue(it.due())).orElse(promise));
  }

  private List<Findings> judgeEach(List<GateCase.Item> items, GateCase postmortem) {
    Duplicates duplicates = new Duplicates(postmortem);
    List<Findings> all = new ArrayList<>();
    for (GateCase.Item item : items) {
      Findings findings = new Findings(rules, item);
      if (isLive(item)) {
        OwnerRules.judge(item, findings);
        DueRules.judge(item, postmortem.today(), findings);
        WordRules.judge(item.promise(), findings);
        duplicates.judge(item, findings);
      }
      all.add(findings);
    }
    return all;
  }

  private static boolean isLive(GateCase.Item item) {
    return item.ticketed() || !item.promise().done();
  }

  /** The rule about the postmortem as a whole: where it holds, it holds every item. */
  private List<Finding> judgeWhole(List<GateCase.Item> items, List<Findings> findings) {
    List<GateCase.Item> live = items.stream().filter(Gate::isLive).toList();
    boolean paperOnly =
        !live.isEmpty()
            && live.size() == items.size()
            && live.stream().map(GateCase.Item::promise).allMatch(WordRules::isPaper);
    Level level = rules.level(Rule.ONLY_DOCUMENTATION);
    if (!paperOnly || level == Level.OFF) {
      return List.of();
    }
    String message =
        "all items of this postmortem are documents and training; add one that changes the system,"
            + " so that the next mistake does less harm.";
    if (level == Level.HOLD) {
      findings.forEach(each -> each.add(Rule.ONLY_DOCUMENTATION, message));
    }
    return List.of(new Finding(Rule.ONLY_DOCUMENTATION.word(), level == Level.HOLD, message));
  }

  /**
   * Holds what a tracker does not take of one postmortem: those that have their ticket come first,
   * then the best priority, then the order of the document. What waits for a mend takes no place.
   */
  private void holdSurplus(List<GateCase.Item> items, List<Findings> findings) {
    Map<Optional<String>, Integer> taken = new HashMap<>();
    IntStream.range(0, items.size())
        .filter(i -> isLive(items.get(i)) && !findings.get(i).hold())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> !items.get(i).ticketed())
                .thenComparing(i -> items.get(i).promise().priority().orElse(Priority.MEDIUM))
                .thenComparing(i -> items.get(i).promise().line())
                .thenComparing(Comparator.naturalOrder()))
        .forEach(
            i -> {
              GateCase.Item item = items.get(i);
              boolean room = taken.merge(item.tracker(), 1, Integer::sum) <= rules.maxItems();
              if (!room && !item.ticketed()) {
                findings.get(i).addSurplus(surplus());
              }
            });
  }

  private String surplus() {
    return "a tracker takes "
        + rules.maxItems()
        + " items of one postmortem, and others come before this one; give it a higher priority, or"
        + " strike or merge what matters less.";
  }
}
