package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** Days on which somebody is away, in their own time zone, the first and the last included. */
public record Absence(LocalDate first, LocalDate last) {
  public Absence {
    requireNonNull(first, "first is null");
    requireNonNull(last, "last is null");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("the last day is before the first");
    }
  }

  /** Whether a day is one of these. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
