package io.followthrough.followup;

import io.followthrough.item.Lapse;
import io.followthrough.ledger.Mirror;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nothing is said on a ticket for a while. Pure. */
final class Silence {
  /**
   * A label has no end of its own: after a quarter without an act of a person it is asked again.
   */
  private static final Lapse LABEL = Lapse.ofDays(91);

  private Silence() {}

  /** The reason that holds longest. */
  static Optional<Quiet> of(FollowUpCase followed, Mirror mirror, ZoneId zone) {
    Optional<LocalDate> snoozed = followed.state().answers().snoozedUntil();
    Stream<Quiet> asked =
        snoozed
            .map(day -> new Quiet(day.atStartOfDay(zone).toInstant(), "snoozed until " + day))
            .stream();
    return Stream.of(followed.quiet().stream(), asked, labelled(mirror, zone).stream())
        .flatMap(reasons -> reasons)
        .max(Comparator.comparing(Quiet::until));
  }

  private static Optional<Quiet> labelled(Mirror mirror, ZoneId zone) {
    Instant until = LABEL.after(mirror.humanActAt(), zone);
    return Standing.labelled(mirror.ticket(), Standing.SNOOZED)
        ? Optional.of(new Quiet(until, "the ticket has the label " + Standing.SNOOZED))
        : Optional.empty();
  }
}
