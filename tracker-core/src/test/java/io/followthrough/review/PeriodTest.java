package io.followthrough.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.review.Period.Kind;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "MONTH, 2026-02-28, 2026-02, February 2026, 2026-02-01, 2026-02-28, 2026-01",
    "MONTH, 2027-01-01, 2027-01, January 2027, 2027-01-01, 2027-01-31, 2026-12",
    "QUARTER, 2026-12-31, 2026-Q4, Q4 2026, 2026-10-01, 2026-12-31, 2026-Q3",
    "QUARTER, 2027-02-01, 2027-Q1, Q1 2027, 2027-01-01, 2027-03-31, 2026-Q4",
  })
  void aPeriodHasItsNameAndItsEnds(
      Kind kind,
      LocalDate day,
      String name,
      String title,
      LocalDate first,
      LocalDate last,
      String before) {
    Period period = Period.of(kind, day);
    assertEquals(name, period.name());
    assertEquals(title, period.title());
    assertEquals(first, period.first());
    assertEquals(last, period.last());
    assertEquals(before, period.previous().name());
    assertEquals(period, period.previous().next());
  }
}
