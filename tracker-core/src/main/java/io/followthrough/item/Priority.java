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

  /** One level up; the most urgent stays where it is. */
  public Priority raised() {
    return switch (this) {
      case CRITICAL, HIGH -> CRITICAL;
      case MEDIUM -> HIGH;
      case LOW -> MEDIUM;
    };
  }
}
