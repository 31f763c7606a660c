package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.util.List;
import java.util.Optional;

/**
 * When a ticket is spoken up about.
 *
 * @param nudgeEvery after the last follow-up or human act; never if absent
 * @param dueSoon before the due date; never if absent
 * @param overdue in the order of time
 * @param atMostOneCommentEvery on one ticket
 */
public record LadderConfig(
    Optional<Lapse> nudgeEvery,
    Optional<Lapse> dueSoon,
    List<OverdueStep> overdue,
    Lapse atMostOneCommentEvery) {
  public LadderConfig {
    requireNonNull(nudgeEvery, "nudgeEvery is null");
    requireNonNull(dueSoon, "dueSoon is null");
    overdue = List.copyOf(overdue);
    requireNonNull(atMostOneCommentEvery, "atMostOneCommentEvery is null");
  }

  static LadderConfig of(Section section) {
    return new LadderConfig(
        span(section, "nudge-every"),
        span(section, "due-soon"),
        section.sections("overdue", OverdueStep::of),
        section.lapse("at-most-one-comment-every"));
  }

  /** Returns the ladder of a profile, which takes from this one what it leaves out. */
  LadderConfig profile(Section section) {
    return new LadderConfig(
        section.has("nudge-every") ? span(section, "nudge-every") : nudgeEvery,
        section.has("due-soon") ? span(section, "due-soon") : dueSoon,
        section.has("overdue") ? section.sections("overdue", OverdueStep::of) : overdue,
        section.optional("at-most-one-comment-every", Lapse::parse).orElse(atMostOneCommentEvery));
  }

  private static Optional<Lapse> span(Section section, String key) {
    return section.optionalText(key).filter(it -> !it.matches("off|no|false")).map(Lapse::parse);
  }
}
