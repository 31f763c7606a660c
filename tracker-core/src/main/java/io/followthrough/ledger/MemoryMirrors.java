package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Mirrors in memory. */
final class MemoryMirrors implements Mirrors {
  private final MemoryShelf<ItemId, Mirror> shelf;

  MemoryMirrors(MemoryTransaction transaction) {
    this.shelf = new MemoryShelf<>(transaction);
  }

  @Override
  public void put(Mirror mirror) {
    shelf.put(mirror.item(), mirror);
  }

  @Override
  public Optional<Mirror> find(ItemId item) {
    return shelf.find(item);
  }

  @Override
  public List<Mirror> open(String tracker, Optional<ItemId> after, int limit) {
    Collection<Mirror> rest = after.map(shelf::after).orElseGet(shelf::all);
    return rest.stream()
        .filter(mirror -> mirror.tracker().equals(tracker))
        .filter(mirror -> !mirror.ticket().state().isClosed())
        .limit(limit)
        .toList();
  }
}
