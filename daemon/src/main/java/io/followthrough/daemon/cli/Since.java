package io.followthrough.daemon.cli;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.item.Lapse;
import java.time.DateTimeException;
import java.time.Instant;

/** The beginning of a period as people type it. */
final class Since {
  private Since() {}

  /**
   * Reads an instant, or how long ago it was.
   *
   * @throws IllegalArgumentException where it is neither
   */
  static Instant of(String text, Configuration configuration, Instant now) {
    try {
      return text.contains(":")
          ? Instant.parse(text)
          : Lapse.parse(text).before(now, configuration.followUp().timeZone());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "`"
              + text
              + "` is neither a length of time such as 24h nor an instant such as"
              + " 2026-11-30T09:00:00Z",
          e);
    }
  }
}
