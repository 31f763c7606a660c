package io.followthrough.daemon.config;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The all-day events of an iCalendar file (RFC 5545), as holiday calendars hold them: single days,
 * several days, and days of every year. Other repetitions are refused.
 */
final class Calendars {
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
  private static final Pattern LINE = Pattern.compile("\\r?\\n");
  private static final Pattern EVERY_YEAR =
      Pattern.compile("FREQ=YEARLY(;(INTERVAL=1|WKST=\\w\\w|BYMONTH=\\d+|BYMONTHDAY=\\d+))*");
  private static final int LONGEST = 366;
  private static final int LAST_YEAR = 2099;

  private final Set<LocalDate> dates = new HashSet<>();

  private Calendars() {}

  /**
   * Reads the text of an .ics file.
   *
   * @throws IllegalArgumentException if an event repeats in another way than each year
   * @throws java.time.DateTimeException if a date is none
   */
  static Set<LocalDate> read(String text) {
    if (!text.contains("BEGIN:VCALENDAR")) {
      throw new IllegalArgumentException("expected an iCalendar file");
    }
    Calendars calendars = new Calendars();
    Map<String, String> event = new HashMap<>();
    for (String line : LINE.split(FOLD.matcher(text).replaceAll(""), -1)) {
      if (line.equals("BEGIN:VEVENT")) {
        event.clear();
      } else if (line.equals("END:VEVENT")) {
        calendars.add(event);
      } else if (line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        event.putIfAbsent(
            line.substring(0, colon).replaceFirst(";.*", ""), line.substring(colon + 1));
      }
    }
    return calendars.dates;
  }

  private void add(Map<String, String> event) {
    String start = event.getOrDefault("DTSTART", "");
    if (start.isEmpty() || event.getOrDefault("STATUS", "").equals("CANCELLED")) {
      return;
    }
    LocalDate first = date(start);
    LocalDate end = event.containsKey("DTEND") ? date(event.getOrDefault("DTEND", "")) : first;
    long days = Math.max(1, ChronoUnit.DAYS.between(first, end));
    if (days > LONGEST) {
      throw new IllegalArgumentException("an event of the calendar lasts longer than a year");
    }
    String rule = event.getOrDefault("RRULE", "");
    if (!rule.isEmpty() && !EVERY_YEAR.matcher(rule).matches()) {
      throw new IllegalArgumentException(
          "an event of the calendar repeats by `" + rule + "`; only each year is understood");
    }
    for (int day = 0; day < days; day++) {
      LocalDate date = first.plusDays(day);
      if (rule.isEmpty()) {
        dates.add(date);
      } else {
        addEachYear(date);
      }
    }
  }

  private void addEachYear(LocalDate first) {
    for (int year = first.getYear(); year <= LAST_YEAR; year++) {
      if (MonthDay.from(first).isValidYear(year)) {
        dates.add(first.withYear(year));
      }
    }
  }

  private static LocalDate date(String value) {
    return LocalDate.parse(
        value.length() > 8 ? value.substring(0, 8) : value, DateTimeFormatter.BASIC_ISO_DATE);
  }
}
