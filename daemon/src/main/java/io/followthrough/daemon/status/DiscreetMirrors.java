package io.followthrough.daemon.status;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.Mirrors;
import java.util.List;
import java.util.Optional;

/** Mirrors as they may be shown. */
final class DiscreetMirrors implements Mirrors {
  private final Mirrors mirrors;
  private final Discretion discretion;

  DiscreetMirrors(Mirrors mirrors, Discretion discretion) {
    this.mirrors = mirrors;
    this.discretion = discretion;
  }

  @Override
  public void put(Mirror mirror) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public Optional<Mirror> find(ItemId item) {
    return mirrors.find(item).map(discretion::mirror);
  }

  @Override
  public List<Mirror> open(String tracker, Optional<ItemId> after, int limit) {
    return mirrors.open(tracker, after, limit).stream().map(discretion::mirror).toList();
  }
}
