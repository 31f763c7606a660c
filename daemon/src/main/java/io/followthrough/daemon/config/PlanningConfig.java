package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a team plans its work.
 *
 * @param from a date on which it planned or will plan
 */
public record PlanningConfig(Lapse every, Optional<DayOfWeek> on, Optional<LocalDate> from) {
  public PlanningConfig {
    requireNonNull(every, "every is null");
    requireNonNull(on, "on is null");
    requireNonNull(from, "from is null");
  }

  static PlanningConfig of(Section section) {
    return new PlanningConfig(
        section.lapse("every"), section.optional("on", Weekdays::parse), section.date("from"));
  }
}
