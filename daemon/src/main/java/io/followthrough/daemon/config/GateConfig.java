package io.followthrough.daemon.config;

import io.followthrough.item.Lapse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an item must say to become a ticket.
 *
 * @param maxItems of one postmortem in one tracker
 * @param rules what each rule does, by its name; every rule is there
 * @param dueDefault how long an item has where no date is given, by priority; empty if none is
 *     filled in
 * @param sprints when a sprint, quarter or milestone ends, by name
 */
public record GateConfig(
    int maxItems,
    Map<String, RuleEffect> rules,
    Map<String, Lapse> dueDefault,
    Map<String, LocalDate> sprints) {
  /** What a rule does with an item that breaks it. */
  public enum RuleEffect {
    /** The item is kept back. */
    HOLD,
    /** The ticket says so. */
    WARN,
    /** Nothing. */
    OFF
  }

  public GateConfig {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    dueDefault = Collections.unmodifiableMap(new LinkedHashMap<>(dueDefault));
    sprints = Collections.unmodifiableMap(new LinkedHashMap<>(sprints));
  }

  static GateConfig of(Section section) {
    Section rules = section.section("rules");
    Section dueDefault =
        section.isSection("due-default") ? section.section("due-default") : section.none();
    Section sprints = section.section("sprints");
    return new GateConfig(
        section.number("max-items"),
        rules.each(it -> rules.word(it, RuleEffect.class)),
        dueDefault.each(dueDefault::lapse),
        sprints.each(it -> LocalDate.parse(sprints.text(it))));
  }
}
