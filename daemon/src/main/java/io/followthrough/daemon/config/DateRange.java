package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** Dates from the first to the last, both of them included. */
public record DateRange(LocalDate first, LocalDate last) {
  public DateRange {
    requireNonNull(first, "first is null");
    requireNonNull(last, "last is null");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("the last date is before the first");
    }
  }

  static DateRange parse(String text) {
    int dots = text.indexOf("..");
    return dots < 0
        ? new DateRange(LocalDate.parse(text), LocalDate.parse(text))
        : new DateRange(
            LocalDate.parse(text.substring(0, dots).strip()),
            LocalDate.parse(text.substring(dots + 2).strip()));
  }

  /** Whether the date is among these. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }
}
