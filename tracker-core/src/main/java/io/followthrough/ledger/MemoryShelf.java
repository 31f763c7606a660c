package io.followthrough.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values by key, in order, whose changes the transaction can undo. */
final class MemoryShelf<K extends Comparable<K>, V> {
  private final MemoryTransaction transaction;
  private final NavigableMap<K, V> values = new TreeMap<>();

  MemoryShelf(MemoryTransaction transaction) {
    this.transaction = transaction;
  }

  void put(K key, V value) {
    @Nullable V before = values.get(key);
    transaction.writing(() -> restore(key, before));
    values.put(key, value);
  }

  void remove(K key) {
    @Nullable V before = values.get(key);
    transaction.writing(() -> restore(key, before));
    values.remove(key);
  }

  private void restore(K key, @Nullable V before) {
    if (before == null) {
      values.remove(key);
    } else {
      values.put(key, before);
    }
  }

  Optional<V> find(K key) {
    transaction.reading();
    return Optional.ofNullable(values.get(key));
  }

  Collection<V> all() {
    return map().values();
  }

  Collection<V> after(K key) {
    transaction.reading();
    return Collections.unmodifiableMap(values.tailMap(key, false)).values();
  }

  NavigableMap<K, V> map() {
    transaction.reading();
    return Collections.unmodifiableNavigableMap(values);
  }
}
