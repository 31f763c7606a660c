package io.followthrough.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings in memory. */
final class MemorySettings implements Settings {
  private final MemoryShelf<String, String> shelf;

  MemorySettings(MemoryTransaction transaction) {
    this.shelf = new MemoryShelf<>(transaction);
  }

  @Override
  public Optional<String> get(String key) {
    return shelf.find(key);
  }

  @Override
  public void put(String key, String value) {
    shelf.put(key, value);
  }

  @Override
  public void remove(String key) {
    shelf.remove(key);
  }

  @Override
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new TreeMap<>();
    shelf
        .map()
        .tailMap(prefix)
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                found.put(key, value);
              }
            });
    return Collections.unmodifiableMap(found);
  }
}
