package io.followthrough.ledger;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.Similarity;
import io.followthrough.item.Stage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Items in memory. */
final class MemoryItems implements Items {
  private final MemoryShelf<ItemId, ActionItem> shelf;
  private final MemoryOutbox outbox;

  MemoryItems(MemoryTransaction transaction, MemoryOutbox outbox) {
    this.shelf = new MemoryShelf<>(transaction);
    this.outbox = outbox;
  }

  @Override
  public void put(ActionItem item) {
    shelf.put(item.id(), item);
  }

  @Override
  public Optional<ActionItem> find(ItemId id) {
    return shelf.find(id);
  }

  @Override
  public Optional<ActionItem> filedAs(String tracker, String ticketId) {
    return shelf.all().stream()
        .filter(item -> item.filing().filter(f -> isFor(f, tracker, ticketId)).isPresent())
        .findFirst();
  }

  private static boolean isFor(Filing filing, String tracker, String ticketId) {
    return filing.tracker().equals(tracker) && filing.ref().id().equals(ticketId);
  }

  @Override
  public List<ActionItem> ofDocument(String documentKey) {
    return where(item -> item.origin().documentKey().equals(documentKey));
  }

  @Override
  public List<ActionItem> ofIncident(String incidentKey) {
    return where(item -> item.origin().incident().key().filter(incidentKey::equals).isPresent());
  }

  @Override
  public List<ActionItem> near(String title) {
    Similarity asked = Similarity.of(title);
    return where(item -> item.isCompared() && asked.isNear(Similarity.of(item.promise().title())));
  }

  @Override
  public List<ActionItem> unfiled() {
    return where(
        item ->
            item.stage() == Stage.ACCEPTED
                && item.filing().isEmpty()
                && item.removedAt().isEmpty()
                && !outbox.creates(item.id()));
  }

  @Override
  public List<ActionItem> after(Optional<ItemId> previous, int limit) {
    Collection<ActionItem> rest = previous.map(shelf::after).orElseGet(shelf::all);
    return rest.stream().limit(limit).toList();
  }

  @Override
  public long count() {
    return shelf.all().size();
  }

  @Override
  public List<ActionItem> matching(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    return typed.isEmpty() ? List.of() : where(item -> isMeant(item, typed));
  }

  private static boolean isMeant(ActionItem item, String typed) {
    return item.id().value().startsWith(typed)
        || item.filing()
            .map(Filing::ref)
            .filter(
                ref ->
                    ref.key().toLowerCase(Locale.ROOT).equals(typed)
                        || ref.url().toLowerCase(Locale.ROOT).equals(typed))
            .isPresent();
  }

  private List<ActionItem> where(Predicate<ActionItem> condition) {
    return shelf.all().stream().filter(condition).toList();
  }
}
