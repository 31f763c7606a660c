package io.followthrough.extract;

import java.util.Locale;

/** How far an action item reaches. */
public enum Reach {
  /** It mends the place that broke. */
  PATCH,
  /** It changes what many places stand on. */
  PLATFORM,
  /** It changes the way people work. */
  PROCESS;

  /** The word of the vocabulary and of every JSON output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
