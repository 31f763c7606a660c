package io.followthrough.daemon.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants and days as people read them, seen from now and in one time zone. */
final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final ZoneId zone;
  private final LocalDate today;

  Times(ZoneId zone, Instant now) {
    this.zone = zone;
    this.today = LocalDate.ofInstant(now, zone);
  }

  LocalDate today() {
    return today;
  }

  String zoneName() {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  Moment at(Instant instant) {
    Instant whole = instant.truncatedTo(ChronoUnit.SECONDS);
    LocalDate day = LocalDate.ofInstant(instant, zone);
    return new Moment(whole.toString(), HOUR.format(instant.atZone(zone)), distance(day));
  }

  Moment dayOf(Instant instant) {
    return on(LocalDate.ofInstant(instant, zone));
  }

  Moment on(LocalDate day) {
    return new Moment(day.toString(), DAY.format(day), distance(day));
  }

  private String distance(LocalDate day) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days == 0) {
      return "today";
    }
    if (Math.abs(days) == 1) {
      return days > 0 ? "tomorrow" : "yesterday";
    }
    return days > 0 ? "in " + days + " days" : -days + " days ago";
  }
}
