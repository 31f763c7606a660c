package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has been said on a ticket, and when to look again.
 *
 * @param lastSaidAt when our last follow-up was due to be sent
 * @param ladderDue the due date that the ladder's steps count from
 * @param stepsSaid how many overdue steps of that date were said
 * @param deferrals how often the date was moved to a later one
 * @param dueSoonFor the due date for which "due soon" was said
 * @param asked the questions that are asked once: {@code evidence}, {@code removed}, {@code gone},
 *     {@code repeat:INCIDENT}
 * @param nextAt when to decide again; absent where only a change of the ticket can matter
 * @param nextKind what is expected then, such as {@code nudge}
 * @param policy the fingerprint of the policy that {@code nextAt} was computed with
 * @param answered what people have answered; see {@link #answers}
 */
public record FollowUpState(
    ItemId item,
    Optional<Instant> lastSaidAt,
    Optional<LocalDate> ladderDue,
    int stepsSaid,
    int deferrals,
    Optional<LocalDate> dueSoonFor,
    Set<String> asked,
    Optional<Instant> nextAt,
    Optional<String> nextKind,
    String policy,
    Optional<Answers> answered) {
  /** The question for something that shows that it is done. */
  public static final String EVIDENCE = "evidence";

  public FollowUpState {
    requireNonNull(item, "item is null");
    requireNonNull(lastSaidAt, "lastSaidAt is null");
    requireNonNull(ladderDue, "ladderDue is null");
    requireNonNull(dueSoonFor, "dueSoonFor is null");
    asked = Set.copyOf(asked);
    requireNonNull(nextAt, "nextAt is null");
    requireNonNull(nextKind, "nextKind is null");
    requireNonNull(policy, "policy is null");
    requireNonNull(answered, "answered is null");
  }

  /** A state of which nobody has answered anything. */
  public FollowUpState(
      ItemId item,
      Optional<Instant> lastSaidAt,
      Optional<LocalDate> ladderDue,
      int stepsSaid,
      int deferrals,
      Optional<LocalDate> dueSoonFor,
      Set<String> asked,
      Optional<Instant> nextAt,
      Optional<String> nextKind,
      String policy) {
    this(
        item,
        lastSaidAt,
        ladderDue,
        stepsSaid,
        deferrals,
        dueSoonFor,
        asked,
        nextAt,
        nextKind,
        policy,
        Optional.empty());
  }

  /** What people have answered. */
  public Answers answers() {
    return answered.orElse(Answers.NONE);
  }

  /** The same state with what people have answered. */
  public FollowUpState answering(Answers answers) {
    return new FollowUpState(
        item,
        lastSaidAt,
        ladderDue,
        stepsSaid,
        deferrals,
        dueSoonFor,
        asked,
        nextAt,
        nextKind,
        policy,
        answers.equals(Answers.NONE) ? Optional.empty() : Optional.of(answers));
  }

  /** Nothing said yet; to be decided at once. */
  public static FollowUpState untouched(ItemId item, Instant now) {
    return new FollowUpState(
        item,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Set.of(),
        Optional.of(now),
        Optional.empty(),
        "");
  }

  /** The same state, to be decided at an instant. */
  public FollowUpState decidedAt(Instant at) {
    return new FollowUpState(
        item,
        lastSaidAt,
        ladderDue,
        stepsSaid,
        deferrals,
        dueSoonFor,
        asked,
        Optional.of(at),
        nextKind,
        policy,
        answered);
  }

  /** The same state with its ladder at another date or place. */
  public FollowUpState climbing(LocalDate due, int newStepsSaid, int newDeferrals) {
    return new FollowUpState(
        item,
        lastSaidAt,
        Optional.of(due),
        newStepsSaid,
        newDeferrals,
        dueSoonFor,
        asked,
        nextAt,
        nextKind,
        policy,
        answered);
  }

  /** The same state after "due soon" was said for a date. */
  public FollowUpState dueSoonSaid(LocalDate due) {
    return new FollowUpState(
        item,
        lastSaidAt,
        ladderDue,
        stepsSaid,
        deferrals,
        Optional.of(due),
        asked,
        nextAt,
        nextKind,
        policy,
        answered);
  }

  /** The same state after a question that is asked once. */
  public FollowUpState asking(String question) {
    Set<String> longer = new HashSet<>(asked);
    longer.add(question);
    return new FollowUpState(
        item,
        lastSaidAt,
        ladderDue,
        stepsSaid,
        deferrals,
        dueSoonFor,
        longer,
        nextAt,
        nextKind,
        policy,
        answered);
  }

  /** The same state after something was said. */
  public FollowUpState saidAt(Instant now) {
    return new FollowUpState(
        item,
        Optional.of(now),
        ladderDue,
        stepsSaid,
        deferrals,
        dueSoonFor,
        asked,
        nextAt,
        nextKind,
        policy,
        answered);
  }

  /**
   * The same state with all that an earlier ledger is found to have said as well: the later of
   * both.
   *
   * @param climbed the highest step of the ladder that was found
   */
  public FollowUpState remembering(
      Optional<Instant> said,
      Optional<EffectKey.Step> climbed,
      Optional<LocalDate> dueSoon,
      Set<String> questions) {
    Set<String> all = new HashSet<>(asked);
    all.addAll(questions);
    boolean higher = climbed.filter(step -> step.compareTo(ladder()) > 0).isPresent();
    return new FollowUpState(
        item,
        latest(lastSaidAt, said),
        higher ? climbed.map(EffectKey.Step::due) : ladderDue,
        higher ? climbed.map(step -> step.step() + 1).orElse(0) : stepsSaid,
        higher ? climbed.map(EffectKey.Step::deferrals).orElse(0) : deferrals,
        latest(dueSoonFor, dueSoon),
        all,
        nextAt,
        nextKind,
        policy,
        answered);
  }

  private EffectKey.Step ladder() {
    return new EffectKey.Step(ladderDue.orElse(LocalDate.MIN), deferrals, stepsSaid - 1);
  }

  private static <T extends Comparable<? super T>> Optional<T> latest(
      Optional<T> one, Optional<T> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  /** The same state, to be decided again at an instant, where something is expected. */
  public FollowUpState expecting(String kind, Instant at, String newPolicy) {
    return next(Optional.of(at), Optional.of(kind), newPolicy);
  }

  /** The same state after nothing could be said; to be decided again at an instant. */
  public FollowUpState unsaid(Instant later, String newPolicy) {
    return next(Optional.of(later), Optional.empty(), newPolicy);
  }

  /** The same state, to be decided again only when the ticket or the document changes. */
  public FollowUpState expectingNothing(String newPolicy) {
    return next(Optional.empty(), Optional.empty(), newPolicy);
  }

  private FollowUpState next(Optional<Instant> at, Optional<String> kind, String newPolicy) {
    return new FollowUpState(
        item,
        lastSaidAt,
        ladderDue,
        stepsSaid,
        deferrals,
        dueSoonFor,
        asked,
        at,
        kind,
        newPolicy,
        answered);
  }
}
