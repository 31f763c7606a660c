package io.followthrough.gate;

import io.followthrough.item.Lapse;
import io.followthrough.item.Priority;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The configuration of the gate.
 *
 * @param levels what differs from {@link Rule#usual()}
 * @param maxItems how many items of a postmortem a tracker takes, at least 1
 * @param dueDefault how long an item without a date may take, by priority; empty for no default; an
 *     item without a priority counts as medium
 * @param sprints the last day of a sprint, quarter or milestone by the words for it
 */
public record GateRules(
    Map<Rule, Level> levels,
    int maxItems,
    Map<Priority, Lapse> dueDefault,
    Map<String, LocalDate> sprints) {
  /** The gate of a configuration that says nothing. */
  public static final GateRules DEFAULTS = new GateRules(Map.of(), 5, Map.of(), Map.of());

  public GateRules {
    levels = Map.copyOf(levels);
    dueDefault = Map.copyOf(dueDefault);
    sprints = Map.copyOf(sprints);
    if (maxItems < 1) {
      throw new IllegalArgumentException("max-items is at least 1");
    }
  }

  /** The level of a rule. */
  public Level level(Rule rule) {
    return levels.getOrDefault(rule, rule.usual());
  }

  /** The same gate with another level of one rule. */
  public GateRules with(Rule rule, Level level) {
    Map<Rule, Level> changed = new EnumMap<>(Rule.class);
    changed.putAll(levels);
    changed.put(rule, level);
    return new GateRules(changed, maxItems, dueDefault, sprints);
  }

  /** The same gate with every rule at one level. */
  public static GateRules all(Level level) {
    Map<Rule, Level> levels = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      levels.put(rule, level);
    }
    return new GateRules(levels, DEFAULTS.maxItems(), Map.of(), Map.of());
  }
}
