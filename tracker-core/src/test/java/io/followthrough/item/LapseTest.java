package io.followthrough.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LapseTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "30s, 0, 0, PT30S",
    "5m, 0, 0, PT5M",
    "36h, 0, 0, PT36H",
    "14d, 0, 14, PT0S",
    "2w, 0, 14, PT0S",
    "7y, 84, 0, PT0S",
    "0s, 0, 0, PT0S",
    "PT36H, 0, 0, PT36H",
    "PT1H30M, 0, 0, PT1H30M",
    "P14D, 0, 14, PT0S",
    "P2W, 0, 14, PT0S",
    "P1Y2M3DT4H, 14, 3, PT4H",
    "PT0.5S, 0, 0, PT0.5S",
  })
  void aLapseIsReadAsPeopleWriteIt(String text, int months, int days, Duration time) {
    assertEquals(new Lapse(months, days, time), Lapse.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "d",
        "5 d",
        "5D",
        "5d ",
        "-5d",
        "1.5h",
        "1d12h",
        "5 days",
        "P",
        "PT",
        "P1DT",
        "-P1D",
        "P-1D",
        "9999999d",
        "P1M1Y",
        "٣d"
      })
  void whatIsNoLapseIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Lapse.parse(text));
  }

  @Test
  void aDayKeepsTheWallClockAndTwentyFourHoursDoNot() {
    ZonedDateTime beforeSummerTime = ZonedDateTime.of(2026, 3, 28, 9, 0, 0, 0, PARIS);
    assertEquals(
        LocalDateTime.parse("2026-03-29T09:00"),
        Lapse.parse("1d").after(beforeSummerTime).toLocalDateTime());
    assertEquals(
        LocalDateTime.parse("2026-03-29T10:00"),
        Lapse.parse("24h").after(beforeSummerTime).toLocalDateTime());
  }

  @Test
  void aMonthEndsAtTheLastDayOfAShorterOne() {
    ZonedDateTime endOfJanuary = ZonedDateTime.of(2027, 1, 31, 9, 0, 0, 0, PARIS);
    assertEquals(
        LocalDateTime.parse("2027-02-28T09:00"),
        Lapse.parse("P1M").after(endOfJanuary).toLocalDateTime());
  }

  @Property
  void whatIsWrittenIsReadBackAsTheSameLapse(
      @ForAll @IntRange(max = 120_000) int months,
      @ForAll @IntRange(max = 999_999) int days,
      @ForAll @LongRange(max = 9_000_000_000L) long millis) {
    Lapse lapse = new Lapse(months, days, Duration.ofMillis(millis));
    assertEquals(lapse, Lapse.parse(lapse.toString()));
  }

  @Property
  void addedDaysAndHoursAreTakenAwayAgain(
      @ForAll @IntRange(max = 4000) int days,
      @ForAll @IntRange(max = 200_000) int minutes,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
    ZonedDateTime start = Instant.ofEpochSecond(second).atZone(ZoneId.of("UTC"));
    Lapse lapse = new Lapse(0, days, Duration.ofMinutes(minutes));
    assertEquals(start, lapse.before(lapse.after(start)));
  }

  @Property
  void aLapseNeverLeadsBackInTime(
      @ForAll @IntRange(max = 600) int months,
      @ForAll @IntRange(max = 4000) int days,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
    ZonedDateTime start = Instant.ofEpochSecond(second).atZone(PARIS);
    ZonedDateTime end = new Lapse(months, days, Duration.ZERO).after(start);
    assertEquals(months == 0 && days == 0, end.equals(start));
    assertEquals(false, end.isBefore(start));
  }
}
