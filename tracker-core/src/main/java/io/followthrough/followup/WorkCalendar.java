package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When people are at work, by the clock on their wall.
 *
 * @param zone applies to whoever has no zone of their own
 * @param from the first moment of a working day
 * @param to its end, no longer worked; midnight is the end of the day
 * @param days the days of the week that are worked
 * @param holidays days that are not worked, in every zone
 */
public record WorkCalendar(
    ZoneId zone, LocalTime from, LocalTime to, Set<DayOfWeek> days, Set<LocalDate> holidays) {
  public WorkCalendar {
    requireNonNull(zone, "zone is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    days = Set.copyOf(days);
    holidays = Set.copyOf(holidays);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("at least one day of the week is worked");
    }
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("working hours begin before they end");
    }
  }

  /** Nine to five, Monday to Friday, UTC, no holidays. */
  public static WorkCalendar standard() {
    return new WorkCalendar(
        ZoneOffset.UTC,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY),
        Set.of());
  }

  /** Whether people of a zone are at work. */
  public boolean isWorking(Instant instant, ZoneId where) {
    LocalDateTime wall = LocalDateTime.ofInstant(instant, where);
    LocalTime time = wall.toLocalTime();
    return isWorkday(wall.toLocalDate())
        && !time.isBefore(from)
        && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }

  /**
   * The first instant, not before the given one, at which people of a zone are at work. A day on
   * which the change of the clocks swallows all working hours is no working day.
   */
  public Instant nextWorkingInstant(Instant earliest, ZoneId where) {
    if (isWorking(earliest, where)) {
      return earliest;
    }
    LocalDate day = LocalDate.ofInstant(earliest, where);
    while (true) {
      Optional<Instant> start =
          isWorkday(day) ? startOn(day, earliest, where) : Optional.<Instant>empty();
      if (start.isPresent()) {
        return start.get();
      }
      day = day.plusDays(1);
    }
  }

  private boolean isWorkday(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** Work begins when the wall clock shows its hour, or when a change of the clocks leads there. */
  private Optional<Instant> startOn(LocalDate day, Instant earliest, ZoneId where) {
    LocalDateTime opening = day.atTime(from);
    List<ZoneOffset> offsets = where.getRules().getValidOffsets(opening);
    Stream<Instant> shown = offsets.stream().map(opening::toInstant);
    Stream<Instant> changed = changeOn(day, where).stream();
    return Stream.concat(shown, changed)
        .filter(instant -> !instant.isBefore(earliest) && isWorking(instant, where))
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> changeOn(LocalDate day, ZoneId where) {
    ZonedDateTime midnight = day.atStartOfDay(where);
    return Optional.ofNullable(
            where.getRules().nextTransition(midnight.toInstant().minusSeconds(1)))
        .map(ZoneOffsetTransition::getInstant)
        .filter(instant -> instant.isBefore(day.plusDays(1).atStartOfDay(where).toInstant()));
  }
}
