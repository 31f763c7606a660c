package io.followthrough.ledger;

import static java.util.Comparator.comparing;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Follow-up states in memory. */
final class MemoryFollowUps implements FollowUps {
  private static final Comparator<FollowUpState> EARLIEST_FIRST =
      comparing((FollowUpState state) -> state.nextAt().orElse(Instant.MAX))
          .thenComparing(FollowUpState::item);

  private final MemoryShelf<ItemId, FollowUpState> shelf;

  MemoryFollowUps(MemoryTransaction transaction) {
    this.shelf = new MemoryShelf<>(transaction);
  }

  @Override
  public void put(FollowUpState state) {
    shelf.put(state.item(), state);
  }

  @Override
  public Optional<FollowUpState> find(ItemId item) {
    return shelf.find(item);
  }

  @Override
  public List<FollowUpState> due(Instant now, String policy, int limit) {
    return shelf.all().stream()
        .filter(
            state ->
                !state.policy().equals(policy)
                    || state.nextAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(EARLIEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Instant> earliest() {
    return shelf.all().stream()
        .flatMap(state -> state.nextAt().stream())
        .min(Comparator.naturalOrder());
  }
}
