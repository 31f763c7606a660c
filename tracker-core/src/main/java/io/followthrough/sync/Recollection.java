package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.tracker.Comment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What our comments on a ticket say of what was said on it: an earlier ledger may have known more
 * than this one. Pure.
 *
 * @param comments how many of the ticket's comments are ours
 * @param last when the last of them was posted that nobody had asked for
 * @param climbed the highest step of the ladder
 * @param dueSoon the last date that was reminded of
 * @param questions those that are asked once
 */
record Recollection(
    int comments,
    Optional<Instant> last,
    Optional<EffectKey.Step> climbed,
    Optional<LocalDate> dueSoon,
    Set<String> questions) {
  Recollection {
    requireNonNull(last, "last is null");
    requireNonNull(climbed, "climbed is null");
    requireNonNull(dueSoon, "dueSoon is null");
    questions = Set.copyOf(questions);
  }

  /**
   * What the comments of a ticket tell; those of people and of other installations tell nothing.
   */
  static Recollection of(List<Comment> comments, Set<String> installations) {
    List<Comment> ours = comments.stream().filter(it -> isOurs(it, installations)).toList();
    List<EffectKey.Parts> keys =
        ours.stream().flatMap(it -> it.key().flatMap(EffectKey::read).stream()).toList();
    Optional<LocalDate> dueSoon =
        keys.stream().flatMap(it -> it.dueSoon().stream()).max(Comparator.naturalOrder());
    Stream<EffectKey.Step> steps = keys.stream().flatMap(it -> it.overdue().stream());
    Stream<EffectKey.Step> reminded = dueSoon.stream().map(due -> new EffectKey.Step(due, 0, -1));
    return new Recollection(
        ours.size(),
        ours.stream()
            .filter(it -> !isReply(it))
            .map(Comment::createdAt)
            .max(Comparator.naturalOrder()),
        Stream.concat(steps, reminded).max(Comparator.naturalOrder()),
        dueSoon,
        keys.stream().flatMap(it -> it.question().stream()).collect(Collectors.toSet()));
  }

  private static boolean isReply(Comment comment) {
    return comment
        .key()
        .flatMap(EffectKey::read)
        .filter(key -> key.kind().equals("reply"))
        .isPresent();
  }

  private static boolean isOurs(Comment comment, Set<String> installations) {
    return comment
        .key()
        .flatMap(EffectKey::read)
        .filter(key -> installations.contains(key.installation()))
        .isPresent();
  }

  /** The state with what is remembered. */
  FollowUpState in(FollowUpState state) {
    return state.remembering(last, climbed, dueSoon, questions);
  }
}
