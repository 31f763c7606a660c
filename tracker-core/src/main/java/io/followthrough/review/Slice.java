package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** The period that is counted, and the day at whose end its state is taken. */
record Slice(Period period, LocalDate asOf) {
  Slice {
    requireNonNull(period, "period is null");
    requireNonNull(asOf, "asOf is null");
  }

  /** A period as far as it has gone on a day. */
  static Slice of(Period period, LocalDate today) {
    return new Slice(period, period.isOver(today) ? period.last() : today);
  }

  boolean contains(LocalDate day) {
    return period.contains(day) && !day.isAfter(asOf);
  }
}
