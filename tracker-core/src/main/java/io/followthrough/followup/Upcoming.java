package io.followthrough.followup;

import static java.util.Comparator.comparing;

import io.followthrough.followup.Notice.Kind;
import io.followthrough.item.Lapse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The next thing to be said and the exact instant.
 *
 * @param at never in the past of the look that found it; that instant itself where it is due
 */
record Upcoming(Occasion occasion, Instant at) {
  /** Whoever comes back within so long is waited for. */
  private static final Lapse PATIENCE = Lapse.ofDays(15);

  /** What comes first as things stand; of several at one instant the one that stands for all. */
  static Optional<Upcoming> first(Situation situation, Instant now) {
    List<Upcoming> all =
        situation.occasions().stream()
            .map(occasion -> new Upcoming(occasion, allowed(occasion, situation, now)))
            .filter(upcoming -> !upcoming.isTooLate())
            .sorted(comparing(Upcoming::at).thenComparing(upcoming -> upcoming.occasion().kind()))
            .toList();
    return all.stream().filter(upcoming -> !upcoming.yieldsTo(all, situation)).findFirst();
  }

  private static Instant allowed(Occasion occasion, Situation situation, Instant now) {
    Instant floor = Situation.later(situation.floor(), now);
    return whenThere(Situation.later(occasion.from(), floor), situation);
  }

  /** At work, and not away for a while in which nobody stands in. */
  private static Instant whenThere(Instant earliest, Situation situation) {
    FollowUpPolicy policy = situation.policy();
    Instant at = policy.calendar().nextWorkingInstant(earliest, situation.zone());
    Optional<Instant> back = situation.recipients().backAfter(at, PATIENCE);
    return back.map(it -> policy.calendar().nextWorkingInstant(it, situation.zone())).orElse(at);
  }

  private boolean isTooLate() {
    return occasion.until().filter(until -> !at.isBefore(until)).isPresent();
  }

  /** A mere reminder does not delay what would follow it within the least interval. */
  private boolean yieldsTo(List<Upcoming> others, Situation situation) {
    Instant spaced = situation.policy().atMostOneCommentEvery().after(at, situation.zone());
    return (occasion.kind() == Kind.NUDGE || occasion.kind() == Kind.BLOCKED)
        && others.stream().anyMatch(other -> !equals(other) && other.at().isBefore(spaced));
  }

  /** Why this is not said now, for whoever asks. */
  String whyLater(Situation situation, Instant now) {
    String expected = occasion.kind().word() + " on " + at.atZone(situation.zone());
    if (occasion.from().isAfter(now)) {
      return "nothing is due before the " + expected;
    }
    Optional<Quiet> quiet = situation.quiet().filter(it -> it.until().isAfter(now));
    if (quiet.isPresent()) {
      return "nothing is said: " + quiet.get().why() + "; next the " + expected;
    }
    return situation.floor().isAfter(now)
        ? "at most one comment every "
            + situation.policy().atMostOneCommentEvery()
            + "; next the "
            + expected
        : "held back until somebody is at work: " + expected;
  }
}
