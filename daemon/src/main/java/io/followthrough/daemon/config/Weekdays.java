package io.followthrough.daemon.config;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week by their names or the first three letters. */
final class Weekdays {
  private Weekdays() {}

  static DayOfWeek parse(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(text)) {
        return day;
      }
    }
    throw new IllegalArgumentException("no day of the week: " + text);
  }

  static Set<DayOfWeek> parse(List<String> texts) {
    return texts.stream()
        .map(Weekdays::parse)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }
}
