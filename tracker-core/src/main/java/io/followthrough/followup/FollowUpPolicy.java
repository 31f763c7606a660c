package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import io.followthrough.item.Words;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * When something is said on a ticket and who is told: one ladder, as data. Days are calendar days
 * in the owner's zone.
 *
 * @param nudgeEvery how long a ticket may be silent
 * @param dueSoon how long before the due date its owner is reminded
 * @param steps what happens after the due date, earliest first
 * @param atMostOneCommentEvery the least time between two of our follow-ups on one ticket
 * @param calendar when people may be spoken to
 * @param settle how long after its ticket's birth a change of the document is carried without a
 *     word
 * @param evidence whether an item closed without anything to show for it is asked about
 * @param start when the first run was: what was overdue by then climbs one step at a time
 */
public record FollowUpPolicy(
    Lapse nudgeEvery,
    Lapse dueSoon,
    List<EscalationStep> steps,
    Lapse atMostOneCommentEvery,
    WorkCalendar calendar,
    Lapse settle,
    boolean evidence,
    Instant start) {
  public FollowUpPolicy {
    requireNonNull(nudgeEvery, "nudgeEvery is null");
    requireNonNull(dueSoon, "dueSoon is null");
    steps = List.copyOf(steps);
    requireNonNull(atMostOneCommentEvery, "atMostOneCommentEvery is null");
    requireNonNull(calendar, "calendar is null");
    requireNonNull(settle, "settle is null");
    requireNonNull(start, "start is null");
    if (nudgeEvery.isZero()) {
      throw new IllegalArgumentException("a nudge without a pause would never end");
    }
    for (int i = 1; i < steps.size(); i++) {
      Lapse before = steps.get(i - 1).after();
      if (before.approximately().compareTo(steps.get(i).after().approximately()) >= 0) {
        throw new IllegalArgumentException("each step comes later than the one before it");
      }
    }
  }

  /** The defaults of the configuration file. */
  public static FollowUpPolicy standard(Instant start) {
    return new FollowUpPolicy(
        Lapse.ofDays(14),
        Lapse.ofDays(3),
        List.of(
            new EscalationStep(Lapse.ZERO, List.of(Role.OWNER), false),
            new EscalationStep(Lapse.ofDays(7), List.of(Role.OWNER, Role.INCIDENT_OWNER), false),
            new EscalationStep(Lapse.ofDays(21), List.of(Role.TEAM_LEAD), false)),
        Lapse.ofDays(3),
        WorkCalendar.standard(),
        Lapse.ofDays(1),
        true,
        start);
  }

  /** Changes whenever a decision could; stable over restarts. */
  public String fingerprint() {
    return Words.fingerprint(
        nudgeEvery.toString(),
        dueSoon.toString(),
        steps.toString(),
        atMostOneCommentEvery.toString(),
        calendar.zone().getId(),
        calendar.from() + "-" + calendar.to(),
        new TreeSet<>(calendar.days()).toString(),
        new TreeSet<>(calendar.holidays()).toString(),
        settle.toString(),
        Boolean.toString(evidence),
        start.toString());
  }
}
