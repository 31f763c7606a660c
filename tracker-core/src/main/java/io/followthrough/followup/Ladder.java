package io.followthrough.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The steps that follow a due date.
 *
 * @param begin from when on the item is followed: what was overdue before climbs one at a time
 * @param zone in which the days are counted
 */
record Ladder(FollowUpPolicy policy, LocalDate due, Instant begin, ZoneId zone) {
  /** An item is overdue from the day after its due date. */
  Instant overdueFrom() {
    return due.plusDays(1).atStartOfDay(zone).toInstant();
  }

  Instant dueSoonFrom() {
    return policy.dueSoon().before(due.atStartOfDay(zone)).toInstant();
  }

  Instant at(int step) {
    return policy.steps().get(step).after().after(overdueFrom(), zone);
  }

  boolean goesOn(int stepsSaid) {
    return stepsSaid < policy.steps().size();
  }

  /** The step to be said: the latest that is due, for what was skipped is not made up. */
  int present(int stepsSaid, Instant now) {
    int step = stepsSaid;
    while (!isOld() && goesOn(step + 1) && !at(step + 1).isAfter(now)) {
      step++;
    }
    return step;
  }

  private boolean isOld() {
    return goesOn(0) && at(0).isBefore(begin);
  }
}
