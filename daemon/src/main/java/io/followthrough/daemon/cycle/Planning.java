package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import io.followthrough.item.Person;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When a team plans its work, and where its list goes.
 *
 * @param lead whom the list is addressed to
 * @param from a day on which the team planned or will plan; moved to the next {@code on}
 */
public record Planning(
    String team, Optional<Person> lead, Lapse every, Optional<DayOfWeek> on, LocalDate from) {
  public Planning {
    requireNonNull(team, "team is null");
    requireNonNull(lead, "lead is null");
    requireNonNull(every, "every is null");
    requireNonNull(on, "on is null");
    requireNonNull(from, "from is null");
  }

  /** Whether the team plans on a day. */
  boolean isOn(LocalDate day) {
    LocalDate planned = first();
    while (planned.isBefore(day)) {
      planned = next(planned);
    }
    return planned.equals(day);
  }

  private LocalDate first() {
    return on.map(day -> from.with(TemporalAdjusters.nextOrSame(day))).orElse(from);
  }

  /** The planning after one; at least a day later. */
  LocalDate next(LocalDate planned) {
    LocalDate later = every.after(planned.atStartOfDay(ZoneOffset.UTC)).toLocalDate();
    return later.isAfter(planned) ? later : planned.plusDays(1);
  }

  /** The planning before one. */
  LocalDate last(LocalDate planned) {
    return every.before(planned.atStartOfDay(ZoneOffset.UTC)).toLocalDate();
  }
}
