package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A month or a quarter of the calendar.
 *
 * @param first its first day
 */
public record Period(Kind kind, LocalDate first) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.US);

  /** How long a period is. */
  public enum Kind {
    MONTH(1),
    QUARTER(3);

    private final int months;

    Kind(int months) {
      this.months = months;
    }

    /** The word of the command line and of every JSON output, such as {@code month}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Period {
    requireNonNull(kind, "kind is null");
    requireNonNull(first, "first is null");
    if (first.getDayOfMonth() != 1 || (first.getMonthValue() - 1) % kind.months != 0) {
      throw new IllegalArgumentException(first + " is not the first day of a " + kind.word());
    }
  }

  /** The period that a day lies in. */
  public static Period of(Kind kind, LocalDate day) {
    int month = (day.getMonthValue() - 1) / kind.months * kind.months + 1;
    return new Period(kind, LocalDate.of(day.getYear(), month, 1));
  }

  /** The one before. */
  public Period previous() {
    return new Period(kind, first.minusMonths(kind.months));
  }

  /** The one after. */
  public Period next() {
    return new Period(kind, first.plusMonths(kind.months));
  }

  /** Its last day. */
  public LocalDate last() {
    return first.plusMonths(kind.months).minusDays(1);
  }

  /** Whether a day lies in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last());
  }

  /** Whether all of it has passed on a day. */
  public boolean isOver(LocalDate today) {
    return last().isBefore(today);
  }

  /** Such as {@code 2026-10} or {@code 2026-Q4}. */
  public String name() {
    return kind == Kind.MONTH
        ? YearMonth.from(first).toString()
        : first.getYear() + "-Q" + ((first.getMonthValue() - 1) / 3 + 1);
  }

  /** Such as {@code October 2026} or {@code Q4 2026}. */
  public String title() {
    return kind == Kind.MONTH
        ? MONTH.format(first)
        : "Q" + ((first.getMonthValue() - 1) / 3 + 1) + " " + first.getYear();
  }
}
