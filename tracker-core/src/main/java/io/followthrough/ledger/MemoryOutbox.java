package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An outbox in memory; what is settled is kept apart, so that it costs nothing. */
final class MemoryOutbox implements Outbox {
  private record Lane(String destination, Subject subject) {}

  private final MemoryShelf<Long, OutboxEntry> entries;
  private final MemoryShelf<Long, OutboxEntry> unsettled;
  private final MemoryShelf<String, Long> sequences;

  MemoryOutbox(MemoryTransaction transaction) {
    this.entries = new MemoryShelf<>(transaction);
    this.unsettled = new MemoryShelf<>(transaction);
    this.sequences = new MemoryShelf<>(transaction);
  }

  @Override
  public boolean add(OutboxEntry entry) {
    if (sequences.find(entry.key()).isPresent()) {
      return false;
    }
    NavigableMap<Long, OutboxEntry> all = entries.map();
    long sequence = all.isEmpty() ? 1 : all.lastKey() + 1;
    sequences.put(entry.key(), sequence);
    store(entry.at(sequence));
    return true;
  }

  @Override
  public Optional<OutboxEntry> find(String key) {
    return sequences.find(key).flatMap(entries::find);
  }

  @Override
  public boolean replace(OutboxEntry seen, OutboxEntry next) {
    if (!seen.key().equals(next.key())) {
      throw new IllegalArgumentException(next.key() + " cannot replace " + seen.key());
    }
    Optional<OutboxEntry> stored =
        find(seen.key())
            .filter(entry -> entry.state() == seen.state())
            .filter(entry -> entry.claim().equals(seen.claim()));
    stored.ifPresent(entry -> store(next.at(entry.sequence())));
    return stored.isPresent();
  }

  private void store(OutboxEntry entry) {
    entries.put(entry.sequence(), entry);
    if (entry.state().isSettled()) {
      unsettled.remove(entry.sequence());
    } else {
      unsettled.put(entry.sequence(), entry);
    }
  }

  @Override
  public List<OutboxEntry> workable(String destination, Instant now, int limit) {
    return heads()
        .filter(entry -> entry.destination().equals(destination))
        .filter(entry -> workableFrom(entry).filter(at -> !at.isAfter(now)).isPresent())
        .limit(limit)
        .toList();
  }

  /** The first unsettled entry of each subject at each destination. */
  private Stream<OutboxEntry> heads() {
    Set<Lane> seen = new HashSet<>();
    return unsettled.all().stream()
        .filter(entry -> seen.add(new Lane(entry.destination(), entry.subject())));
  }

  private static Optional<Instant> workableFrom(OutboxEntry entry) {
    return switch (entry.state()) {
      case PENDING, UNKNOWN -> Optional.of(entry.notBefore());
      case IN_FLIGHT -> entry.claim().map(Claim::until);
      case DONE, SUPERSEDED, PARKED -> Optional.empty();
    };
  }

  @Override
  public List<OutboxEntry> in(OutboxState state, int limit) {
    MemoryShelf<Long, OutboxEntry> where = state.isSettled() ? entries : unsettled;
    return where.all().stream().filter(entry -> entry.state() == state).limit(limit).toList();
  }

  @Override
  public long count(OutboxState state) {
    return entries.all().stream().filter(entry -> entry.state() == state).count();
  }

  @Override
  public List<OutboxEntry> of(Subject subject) {
    return entries.all().stream().filter(entry -> entry.subject().equals(subject)).toList();
  }

  @Override
  public List<OutboxEntry> doneBetween(Instant from, Instant to) {
    return entries.all().stream()
        .filter(entry -> entry.state() == OutboxState.DONE)
        .filter(entry -> entry.settledAt().filter(at -> isWithin(at, from, to)).isPresent())
        .toList();
  }

  private static boolean isWithin(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  @Override
  public List<String> destinations() {
    return unsettled.all().stream().map(OutboxEntry::destination).distinct().sorted().toList();
  }

  @Override
  public Optional<Instant> earliest() {
    return heads().flatMap(entry -> workableFrom(entry).stream()).min(Comparator.naturalOrder());
  }

  /** True where an entry that was not superseded creates the item's ticket. */
  boolean creates(ItemId item) {
    return ofItem(item).stream()
        .filter(entry -> entry.state() != OutboxState.SUPERSEDED)
        .anyMatch(entry -> entry.effect().isCreation());
  }
}
