package io.followthrough.gate;

import io.followthrough.item.Finding;
import java.util.ArrayList;
import java.util.List;

/** The findings about one item while it is judged. */
final class Findings {
  private final GateRules rules;
  private final GateCase.Item item;
  private final List<Finding> found = new ArrayList<>();

  Findings(GateRules rules, GateCase.Item item) {
    this.rules = rules;
    this.item = item;
  }

  /** Adds what a rule says, unless it is off. What has its ticket is not held. */
  void add(Rule rule, String message) {
    switch (rules.level(rule)) {
      case HOLD -> found.add(new Finding(rule.word(), !item.ticketed(), message));
      case WARN -> found.add(new Finding(rule.word(), false, message));
      case OFF -> {}
    }
  }

  /** Adds that the item is one too many, which has a limit in place of a level. */
  void addSurplus(String message) {
    found.add(new Finding(Rule.MAX_ITEMS, !item.ticketed(), message));
  }

  boolean hold() {
    return found.stream().anyMatch(Finding::holds);
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
