package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From when on documents are acted upon: a date, or so long before the first run. Exactly one of
 * the two is there.
 */
public record Since(Optional<LocalDate> date, Optional<Lapse> beforeFirstRun) {
  private static final Pattern DATE = Pattern.compile("\\d{4}-.*");

  public Since {
    requireNonNull(date, "date is null");
    requireNonNull(beforeFirstRun, "beforeFirstRun is null");
    if (date.isPresent() == beforeFirstRun.isPresent()) {
      throw new IllegalArgumentException("either a date or a span");
    }
  }

  static Since parse(String text) {
    return DATE.matcher(text).matches()
        ? new Since(Optional.of(LocalDate.parse(text)), Optional.empty())
        : new Since(Optional.empty(), Optional.of(Lapse.parse(text)));
  }

  boolean isDate() {
    return date.isPresent();
  }

  /** Returns the first date that counts, given when the installation ran first. */
  public LocalDate firstDate(ZonedDateTime firstRun) {
    return date.orElseGet(() -> beforeFirstRun.orElse(Lapse.ZERO).before(firstRun).toLocalDate());
  }

  /** Returns the first date that counts, given the date of the first run in UTC. */
  public LocalDate firstDate(LocalDate firstRun) {
    return firstDate(firstRun.atStartOfDay(ZoneId.of("UTC")));
  }
}
