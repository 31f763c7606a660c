package io.followthrough.extract;

import java.util.Locale;

/** The kinds of what contributed to an incident. */
public enum Factor {
  DETECTION_GAP,
  PROCESS_GAP,
  ARCHITECTURE,
  COMMUNICATION;

  /** The word of the vocabulary and of every JSON output, such as {@code detection-gap}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
