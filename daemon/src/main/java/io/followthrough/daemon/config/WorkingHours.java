package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;

/**
 * The hours of a day in which messages are sent.
 *
 * @param from the first moment
 * @param to the first moment after; midnight is the end of the day
 */
public record WorkingHours(LocalTime from, LocalTime to) {
  public WorkingHours {
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("the hours end before they begin");
    }
  }

  static WorkingHours parse(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("two times are needed");
    }
    String to = parts[1].strip();
    return new WorkingHours(
        LocalTime.parse(parts[0].strip()),
        to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
  }

  /** Whether every hour is one of them. */
  public boolean isWholeDay() {
    return from.equals(LocalTime.MIDNIGHT) && to.equals(LocalTime.MIDNIGHT);
  }

  /** Whether the time of day is among these. */
  public boolean contains(LocalTime time) {
    return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }
}
