package io.followthrough.item;

import java.util.Locale;

/** What an action item is good for. */
public enum ActionKind {
  PREVENTION,
  DETECTION,
  MITIGATION,
  RECOVERY,
  LEARNING;

  /** The word of the configuration file and of every JSON output, such as {@code detection}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
