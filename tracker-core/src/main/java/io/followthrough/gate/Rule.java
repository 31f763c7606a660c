package io.followthrough.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules of the gate, each with what it does unless the configuration says otherwise. */
public enum Rule {
  /** Nobody is named, or TBD, everyone, a role. */
  OWNER_MISSING(Level.HOLD),
  /** The owner is a team. */
  OWNER_IS_TEAM(Level.HOLD),
  /** The owner is not in the directory. */
  OWNER_UNKNOWN(Level.HOLD),
  /** There is no date, and no sprint or quarter in words. */
  DUE_MISSING(Level.HOLD),
  /** The date is past. */
  DUE_PAST(Level.WARN),
  /** The date is beyond a year. */
  DUE_FAR(Level.WARN),
  /** A wish without a measurable object. */
  VAGUE(Level.HOLD),
  /** What was, not what will be done. */
  OBSERVATION(Level.HOLD),
  /** An open item has the same words. */
  DUPLICATE(Level.HOLD),
  /** A gap of the whole house, and its owner cannot close it. */
  SYSTEMIC(Level.HOLD),
  /** Nothing says how one will see that it is done. */
  NO_CRITERION(Level.WARN),
  /** Something is to become more or less, and nothing says how much. */
  NO_TARGET(Level.WARN),
  /** All items of the postmortem are documents and training. */
  ONLY_DOCUMENTATION(Level.WARN);

  /** The name of the finding that an item is one too many; its limit is {@code gate.max-items}. */
  public static final String MAX_ITEMS = "max-items";

  private final Level usual;

  Rule(Level usual) {
    this.usual = usual;
  }

  /** The level where the configuration says nothing. */
  public Level usual() {
    return usual;
  }

  /** The name in the configuration file and in findings, such as {@code owner-missing}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a name in the configuration file. */
  public static Optional<Rule> of(String word) {
    return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
  }
}
