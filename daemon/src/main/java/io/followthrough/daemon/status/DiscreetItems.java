package io.followthrough.daemon.status;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Items;
import java.util.List;
import java.util.Optional;

/** Items as they may be shown. */
final class DiscreetItems implements Items {
  private final Items items;
  private final Discretion discretion;

  DiscreetItems(Items items, Discretion discretion) {
    this.items = items;
    this.discretion = discretion;
  }

  @Override
  public void put(ActionItem item) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public Optional<ActionItem> find(ItemId id) {
    return items.find(id).map(discretion::item);
  }

  @Override
  public Optional<ActionItem> filedAs(String tracker, String ticketId) {
    return items.filedAs(tracker, ticketId).map(discretion::item);
  }

  @Override
  public List<ActionItem> ofDocument(String documentKey) {
    return all(items.ofDocument(discretion.key(documentKey)));
  }

  @Override
  public List<ActionItem> ofIncident(String incidentKey) {
    return all(items.ofIncident(incidentKey));
  }

  @Override
  public List<ActionItem> near(String title) {
    return all(items.near(title));
  }

  @Override
  public List<ActionItem> unfiled() {
    return all(items.unfiled());
  }

  @Override
  public List<ActionItem> after(Optional<ItemId> previous, int limit) {
    return all(items.after(previous, limit));
  }

  @Override
  public long count() {
    return items.count();
  }

  @Override
  public List<ActionItem> matching(String text) {
    return all(items.matching(text));
  }

  private List<ActionItem> all(List<ActionItem> found) {
    return found.stream().map(discretion::item).toList();
  }
}
