package io.followthrough.gate;

/** What a rule that is broken does. */
public enum Level {
  /** The item waits for a mend. */
  HOLD,
  /** It is said. */
  WARN,
  /** The rule is not judged. */
  OFF
}
