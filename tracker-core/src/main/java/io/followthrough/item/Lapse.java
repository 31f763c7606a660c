package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people write it: calendar months and days in the zone that applies, then
 * exact hours, minutes and seconds.
 *
 * <p>Weeks are held as seven days and years as twelve months. A day is the same wall-clock time on
 * the next date, so across a change to summer time it is 23 or 25 hours long; 24 hours never are.
 *
 * @param months calendar months, never negative
 * @param days calendar days, never negative
 * @param time the exact rest, never negative
 */
public record Lapse(int months, int days, Duration time) {
  /** No time at all. */
  public static final Lapse ZERO = new Lapse(0, 0, Duration.ZERO);

  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhdwy])");
  private static final Pattern ISO =
      Pattern.compile(
          "P(?=[\\dT])(?:(\\d{1,6})Y)?(?:(\\d{1,6})M)?(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?"
              + "(T(?=\\d)(?:\\d{1,9}H)?(?:\\d{1,9}M)?(?:\\d{1,9}(?:\\.\\d{1,9})?S)?)?");

  public Lapse {
    requireNonNull(time, "time is null");
    if (months < 0 || days < 0 || time.isNegative()) {
      throw new IllegalArgumentException("a length of time is not negative");
    }
  }

  /** Returns this many calendar days. */
  public static Lapse ofDays(int days) {
    return new Lapse(0, days, Duration.ZERO);
  }

  /** Returns exactly this long, whatever the calendar does meanwhile. */
  public static Lapse of(Duration time) {
    return new Lapse(0, 0, time);
  }

  /**
   * Reads {@code 30s}, {@code 5m}, {@code 36h}, {@code 14d}, {@code 2w}, {@code 7y} or an ISO-8601
   * duration such as {@code P14D} or {@code PT36H}.
   *
   * @throws IllegalArgumentException if the text is anything else; the message says what was
   *     expected
   */
  public static Lapse parse(String text) {
    Matcher brief = SHORT.matcher(text);
    if (brief.matches()) {
      return ofUnit(Integer.parseInt(brief.group(1)), brief.group(2).charAt(0));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return new Lapse(
          Math.addExact(Math.multiplyExact(12, number(iso, 1)), number(iso, 2)),
          Math.addExact(Math.multiplyExact(7, number(iso, 3)), number(iso, 4)),
          iso.start(5) < 0 ? Duration.ZERO : Duration.parse("P" + iso.group(5)));
    }
    throw new IllegalArgumentException(
        "expected a length of time such as 30s, 5m, 36h, 14d, 2w, 7y or PT36H");
  }

  private static Lapse ofUnit(int amount, char unit) {
    return switch (unit) {
      case 's' -> of(Duration.ofSeconds(amount));
      case 'm' -> of(Duration.ofMinutes(amount));
      case 'h' -> of(Duration.ofHours(amount));
      case 'd' -> ofDays(amount);
      case 'w' -> ofDays(7 * amount);
      case 'y' -> new Lapse(12 * amount, 0, Duration.ZERO);
      default -> throw new IllegalArgumentException("unknown unit of time: " + unit);
    };
  }

  private static int number(Matcher matcher, int group) {
    return matcher.start(group) < 0 ? 0 : Integer.parseInt(matcher.group(group));
  }

  /** Returns the moment this long after the given one, reckoned in its time zone. */
  public ZonedDateTime after(ZonedDateTime start) {
    return start.plus(date()).plus(time);
  }

  /** Returns the instant this long after the given one, its days reckoned in a time zone. */
  public Instant after(Instant start, ZoneId zone) {
    return after(start.atZone(zone)).toInstant();
  }

  /** Returns the moment this long before the given one, reckoned in its time zone. */
  public ZonedDateTime before(ZonedDateTime end) {
    return end.minus(time).minus(date());
  }

  /** Returns the instant this long before the given one, its days reckoned in a time zone. */
  public Instant before(Instant end, ZoneId zone) {
    return before(end.atZone(zone)).toInstant();
  }

  private Period date() {
    return Period.of(0, months, days);
  }

  /** Whether this is no time at all. */
  public boolean isZero() {
    return months == 0 && days == 0 && time.isZero();
  }

  /**
   * Returns about how long this is, a day counted as 24 hours and a month as a twelfth of 365.25
   * days: for pacing a loop and for putting lapses in order, not for dates.
   */
  public Duration approximately() {
    return Duration.ofSeconds(months * 2_629_800L).plusDays(days).plus(time);
  }

  /** Returns the lapse in the shortest form that {@link #parse} reads back as an equal one. */
  @Override
  public String toString() {
    if (isZero()) {
      return "0s";
    }
    if (time.isZero() && (months == 0 || days == 0)) {
      return months == 0 ? days + "d" : months % 12 == 0 ? months / 12 + "y" : "P" + months + "M";
    }
    if (months == 0 && days == 0) {
      return timeText();
    }
    String date = (months == 0 ? "" : months + "M") + (days == 0 ? "" : days + "D");
    return "P" + date + (time.isZero() ? "" : time.toString().substring(1));
  }

  private String timeText() {
    long seconds = time.toSeconds();
    if (!time.equals(Duration.ofSeconds(seconds)) || seconds > 999_999) {
      return time.toString();
    }
    return seconds % 3600 == 0
        ? seconds / 3600 + "h"
        : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
