package io.followthrough.followup;

import io.followthrough.item.ItemId;
import io.followthrough.item.Priority;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an occasion amounts to when it is said.
 *
 * @param key by which it is said once
 * @param after the state that remembers it
 * @param why what it follows from
 */
record Saying(
    String key, FollowUpState after, List<Role> roles, boolean raisesPriority, String why) {
  static Saying of(String installation, Situation situation, Occasion occasion, Instant now) {
    ItemId id = situation.item().id();
    FollowUpState state = situation.state();
    return switch (occasion.kind()) {
      case EVIDENCE ->
          question(
              installation, state, Situation.EVIDENCE, "closed, and nothing shows that it is done");
      case REASON ->
          question(
              installation, state, Situation.REASON, "closed as not planned, and nobody said why");
      case STILL_MEANT ->
          question(
              installation,
              state,
              situation.stillMeantQuestion(),
              "low priority, and no act of a person for a quarter");
      case REPEAT -> {
        Repeat repeat = occasion.repeat().orElseThrow();
        String why = repeat.kind().words() + ": " + repeat.later().title() + ", " + repeat.why();
        yield question(installation, state, repeat.question(), why);
      }
      case DONE_IN_DOCUMENT ->
          question(
              installation,
              state,
              Situation.DONE_IN_DOCUMENT,
              "the postmortem calls it done, its ticket is open");
      case REMOVED ->
          question(installation, state, Situation.REMOVED, "the postmortem no longer has it");
      case OWNERSHIP -> {
        Ownership changed = occasion.ownership().orElseThrow();
        yield new Saying(
            EffectKey.question(installation, id, changed.question()),
            state.asking(changed.question()),
            changed.roles(),
            false,
            changed.words());
      }
      case REVIEW -> {
        LocalDate day = situation.reviewDay().orElseThrow();
        yield question(
            installation, state, Situation.review(day), "to be looked at again on " + day);
      }
      case DEFERRED ->
          new Saying(
              EffectKey.question(installation, id, Situation.DEFERRALS),
              state.asking(Situation.DEFERRALS),
              List.of(Role.OWNER, Role.INCIDENT_OWNER),
              false,
              "its due date was moved " + state.deferrals() + " times");
      case OVERDUE -> step(installation, situation, now);
      case DUE_SOON -> {
        LocalDate due = situation.mirror().due().orElseThrow();
        yield new Saying(
            EffectKey.dueSoon(installation, id, due),
            state.dueSoonSaid(due),
            List.of(Role.OWNER),
            false,
            "due on " + due);
      }
      case BLOCKED, NUDGE ->
          new Saying(
              EffectKey.nudge(installation, id, situation.silentSince()),
              state,
              occasion.kind() == Notice.Kind.BLOCKED && situation.wasAsked()
                  ? List.of(Role.OWNER, Role.TEAM_LEAD)
                  : List.of(Role.OWNER),
              false,
              "silent since " + situation.silentSince());
    };
  }

  private static Saying question(
      String installation, FollowUpState state, String question, String why) {
    return new Saying(
        EffectKey.question(installation, state.item(), question),
        state.asking(question),
        List.of(Role.OWNER),
        false,
        why);
  }

  private static Saying step(String installation, Situation situation, Instant now) {
    FollowUpState state = situation.state();
    Ladder ladder = situation.ladder().orElseThrow();
    int step = ladder.present(state.stepsSaid(), now);
    EscalationStep present = situation.policy().steps().get(step);
    Optional<Priority> raised = present.raisePriority() ? situation.raised() : Optional.empty();
    FollowUpState climbed = state.climbing(ladder.due(), step + 1, state.deferrals());
    return new Saying(
        EffectKey.overdue(installation, state.item(), ladder.due(), state.deferrals(), step),
        raised
            .map(priority -> climbed.answering(climbed.answers().raised(priority)))
            .orElse(climbed),
        present.tells(),
        raised.isPresent(),
        "due on "
            + ladder.due()
            + ", step "
            + (step + 1)
            + " of "
            + situation.policy().steps().size());
  }
}
