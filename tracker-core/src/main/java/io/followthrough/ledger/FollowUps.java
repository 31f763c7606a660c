package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has been said on each ticket, and when to look again. */
public interface FollowUps {
  /** Stores the state of one item. */
  void put(FollowUpState state);

  /** The state of an item. */
  Optional<FollowUpState> find(ItemId item);

  /**
   * States to be decided: {@code nextAt} not after {@code now}, or computed with another policy;
   * earliest first, by an index, those without {@code nextAt} last.
   */
  List<FollowUpState> due(Instant now, String policy, int limit);

  /** The earliest {@code nextAt} of all, for the scheduler of the virtual timeline. */
  Optional<Instant> earliest();
}
