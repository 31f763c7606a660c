package io.followthrough.item;

import java.util.Locale;

/** The urgency of an action item, most urgent first. */
public enum Priority {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW;

  /** The word of the configuration file and of every JSON output, such as {@code high}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
