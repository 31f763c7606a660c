package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkCalendarTest {
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  private static WorkCalendar hours(String from, String to, LocalDate... holidays) {
    return new WorkCalendar(
        ZoneOffset.UTC,
        LocalTime.parse(from),
        LocalTime.parse(to),
        holidays.length > 0 ? WorkCalendar.standard().days() : ALL,
        Set.of(holidays));
  }

  @ParameterizedTest(name = "{0} in {1} becomes {2}: {3}")
  @CsvSource({
    "2026-11-04T10:00:00Z, UTC, 2026-11-04T10:00:00Z, within working hours at once",
    "2026-11-04T03:00:00Z, UTC, 2026-11-04T09:00:00Z, before nine at nine",
    "2026-11-04T17:00:00Z, UTC, 2026-11-05T09:00:00Z, at five it is over",
    "2026-11-06T18:00:00Z, UTC, 2026-11-09T09:00:00Z, Friday evening becomes Monday",
    "2026-12-24T20:00:00Z, UTC, 2026-12-28T09:00:00Z, Christmas and the weekend after it",
    "2026-11-04T10:00:00Z, America/New_York, 2026-11-04T14:00:00Z, nine in New York",
    "2026-11-06T22:30:00Z, Asia/Tokyo, 2026-11-09T00:00:00Z, it is Saturday in Tokyo",
    "2026-03-27T20:00:00Z, Europe/Paris, 2026-03-30T07:00:00Z, summer time has begun",
    "2026-10-23T20:00:00Z, Europe/Paris, 2026-10-26T08:00:00Z, summer time is over",
    "2026-10-02T09:00:00Z, Australia/Lord_Howe, 2026-10-04T22:00:00Z, by half an hour",
  })
  void heldBackToTheNextWorkingHour(Instant from, ZoneId zone, Instant expected, String why) {
    WorkCalendar calendar = hours("09:00", "17:00", LocalDate.of(2026, 12, 25));
    assertEquals(expected, calendar.nextWorkingInstant(from, zone), why);
  }

  @Test
  void midnightIsTheEndOfTheDay() {
    WorkCalendar always = hours("00:00", "00:00");
    Instant late = Instant.parse("2026-11-07T23:59:59Z");
    assertEquals(late, always.nextWorkingInstant(late, ZoneOffset.UTC));
  }

  @Test
  void aDayWhoseHoursTheClockSkipsIsNoWorkingDay() {
    WorkCalendar night = hours("02:15", "02:45");
    Instant before = Instant.parse("2026-03-28T23:30:00Z");
    assertEquals(
        ZonedDateTime.parse("2026-03-30T02:15+02:00[Europe/Paris]").toInstant(),
        night.nextWorkingInstant(before, ZoneId.of("Europe/Paris")));
  }

  @Test
  void hoursThatBeginInTheSkippedHourBeginAfterIt() {
    WorkCalendar night = hours("02:30", "05:00");
    Instant before = Instant.parse("2026-03-28T23:30:00Z");
    assertEquals(
        Instant.parse("2026-03-29T01:00:00Z"),
        night.nextWorkingInstant(before, ZoneId.of("Europe/Paris")));
  }

  @Test
  void hoursThatEndBeforeTheyBeginAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> hours("22:00", "06:00"));
    assertThrows(IllegalArgumentException.class, () -> hours("09:00", "09:00"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new WorkCalendar(
                ZoneOffset.UTC, LocalTime.NOON, LocalTime.MIDNIGHT, Set.of(), Set.of()));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Paris",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "America/Santiago",
            "UTC")
        .map(ZoneId::of);
  }

  @Property
  void whateverTheClocksDoItIsAlwaysTheFirstWorkingInstant(
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = 22) int from,
      @ForAll @IntRange(min = 1, max = 23) int length,
      @ForAll @LongRange(min = 0, max = 525_600) long minute,
      @ForAll @IntRange(max = 999) int sample) {
    int to = Math.min(24, from + length) % 24;
    WorkCalendar calendar =
        new WorkCalendar(zone, LocalTime.of(from, 0), LocalTime.of(to, 0), ALL, Set.of());
    Instant earliest = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60 * minute);
    Instant found = calendar.nextWorkingInstant(earliest, zone);
    assertTrue(calendar.isWorking(found, zone));
    assertFalse(found.isBefore(earliest));
    assertEquals(found, calendar.nextWorkingInstant(found, zone));
    long between = (found.getEpochSecond() - earliest.getEpochSecond()) * sample / 1000;
    assertTrue(found.equals(earliest) || !calendar.isWorking(earliest.plusSeconds(between), zone));
  }
}
