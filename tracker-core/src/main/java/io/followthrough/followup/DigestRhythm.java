package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** How often a person gets a digest. */
public enum DigestRhythm {
  /** On the first working day of the week, which begins on Monday. */
  WEEKLY(7),
  /** On each working day. */
  DAILY(3);

  private final int horizon;

  DigestRhythm(int horizon) {
    this.horizon = horizon;
  }

  /**
   * The time that one digest stands for.
   *
   * @param name the same for the same period, such as {@code 2026-W48} or {@code 2026-11-23}
   * @param from the first moment of work in it
   * @param until its end
   */
  public record Period(String name, Instant from, Instant until) {
    public Period {
      requireNonNull(name, "name is null");
      requireNonNull(from, "from is null");
      requireNonNull(until, "until is null");
    }
  }

  /** For so many days ahead a date is told of as being soon. */
  int horizon() {
    return horizon;
  }

  String word() {
    return this == WEEKLY ? "week" : "day";
  }

  /**
   * The period for which somebody may be told something now; empty out of their working hours, and
   * in a period without any.
   */
  public Optional<Period> now(WorkCalendar calendar, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate first =
        this == WEEKLY ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : today;
    LocalDate next = this == WEEKLY ? first.plusWeeks(1) : first.plusDays(1);
    Instant until = next.atStartOfDay(zone).toInstant();
    Instant from = calendar.nextWorkingInstant(first.atStartOfDay(zone).toInstant(), zone);
    return calendar.isWorking(now, zone) && from.isBefore(until)
        ? Optional.of(new Period(name(first), from, until))
        : Optional.empty();
  }

  private String name(LocalDate first) {
    return this == WEEKLY
        ? String.format(
            Locale.ROOT,
            "%04d-W%02d",
            first.get(IsoFields.WEEK_BASED_YEAR),
            first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        : first.toString();
  }
}
