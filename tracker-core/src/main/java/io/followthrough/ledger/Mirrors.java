package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.util.List;
import java.util.Optional;

/** The tickets as last polled. */
public interface Mirrors {
  /** Stores a mirror, new or known. */
  void put(Mirror mirror);

  /** The mirror of an item's ticket. */
  Optional<Mirror> find(ItemId item);

  /** Mirrors of a tracker whose tickets are not closed, by item id, for the slow sweep. */
  List<Mirror> open(String tracker, Optional<ItemId> after, int limit);
}
