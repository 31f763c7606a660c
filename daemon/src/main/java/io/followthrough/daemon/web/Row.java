package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.followup.Standing;
import io.followthrough.item.ItemState;
import io.followthrough.item.Stage;
import io.followthrough.ledger.FollowUpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item as a row of a table.
 *
 * @param badges its state first
 * @param holds why it waits, and how to mend it
 * @param next what follows, where that has a time
 */
public record Row(
    String id,
    String title,
    Optional<String> owner,
    Optional<Moment> due,
    boolean overdue,
    List<Badge> badges,
    List<Hold> holds,
    Optional<Link> ticket,
    Optional<Next> next) {
  /** A state in a word and a colour. */
  public record Badge(String tone, String text) {}

  /** Why an item waits. */
  public record Hold(String rule, String message) {}

  /** Words that lead somewhere, where there is somewhere to go. */
  public record Link(String text, Optional<String> address) {
    static Link of(String text, String address) {
      return new Link(Plain.line(text), Plain.address(address));
    }
  }

  /** The next follow-up. */
  public record Next(String what, Moment when) {}

  static Row of(StatusItem status, Times times) {
    return new Row(
        status.item().id().value(),
        Plain.line(status.item().promise().title()),
        status.owner().map(Plain::line),
        status.due().map(times::on),
        status.isOverdue(times.today()),
        badges(status, times),
        status.held().stream()
            .map(finding -> new Hold(Plain.line(finding.rule()), Plain.text(finding.message())))
            .toList(),
        status.ticket().map(ref -> Link.of(ref.key(), ref.url())),
        next(status, times));
  }

  private static List<Badge> badges(StatusItem status, Times times) {
    List<Badge> badges = new ArrayList<>();
    Standing standing = status.standing();
    Stage stage = status.item().stage();
    if (stage == Stage.LEARNED) {
      badges.add(new Badge("quiet", "history"));
    } else if (stage == Stage.MERGED) {
      badges.add(new Badge("quiet", "followed elsewhere"));
    } else {
      badges.add(badge(standing, !status.held().isEmpty()));
    }
    if (status.isOverdue(times.today())) {
      badges.add(new Badge("late", "overdue"));
    }
    if (status.item().removedAt().isPresent()) {
      badges.add(new Badge("quiet", "no longer in its postmortem"));
    }
    return badges;
  }

  private static Badge badge(Standing standing, boolean held) {
    ItemState state = standing.state();
    return switch (state) {
      case PROPOSED -> held ? new Badge("held", "held") : new Badge("quiet", state.word());
      case ACCEPTED -> new Badge("open", state.word());
      case IN_PROGRESS -> new Badge("active", "in progress");
      case BLOCKED, UNKNOWN -> new Badge("held", state.word());
      case DONE ->
          standing.verified()
              ? new Badge("done", "done")
              : new Badge("claimed", "done, unverified");
      case DECLINED, AWARE, GONE -> new Badge("quiet", state.word());
    };
  }

  private static Optional<Next> next(StatusItem status, Times times) {
    return status
        .followUp()
        .flatMap(FollowUpState::nextAt)
        .flatMap(
            at ->
                status
                    .followUp()
                    .flatMap(FollowUpState::nextKind)
                    .map(kind -> new Next(Said.of(kind), times.dayOf(at))));
  }
}
