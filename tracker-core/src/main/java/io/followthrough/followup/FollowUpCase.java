package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Person;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Mirror;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a follow-up decision looks at.
 *
 * @param mirror absent until the ticket was read once
 * @param state what was said so far
 * @param handle a person's handle in the item's tracker; empty where the person can't be reached
 *     there, which includes who has left
 * @param quiet a reason to say nothing for a while
 * @param repeats the later postmortems that resemble this item's; only those which the item's
 *     tracker may be told of
 */
public record FollowUpCase(
    ActionItem item,
    Optional<Mirror> mirror,
    FollowUpState state,
    Function<Person, Optional<String>> handle,
    Optional<Quiet> quiet,
    List<Repeat> repeats) {
  public FollowUpCase {
    requireNonNull(item, "item is null");
    requireNonNull(mirror, "mirror is null");
    requireNonNull(state, "state is null");
    requireNonNull(handle, "handle is null");
    requireNonNull(quiet, "quiet is null");
    repeats = List.copyOf(repeats);
  }

  /** A case in which nothing asks for silence and no incident came back. */
  public static FollowUpCase of(
      ActionItem item,
      Optional<Mirror> mirror,
      FollowUpState state,
      Function<Person, Optional<String>> handle) {
    return new FollowUpCase(item, mirror, state, handle, Optional.empty(), List.of());
  }
}
