package io.followthrough.ledger;

import java.util.Map;
import java.util.Optional;

/** Text by key: cursors, confirmations, pauses, requests. */
public interface Settings {
  /** A value. */
  Optional<String> get(String key);

  /** Stores a value. */
  void put(String key, String value);

  /** Removes a value, if it is there. */
  void remove(String key);

  /** The values whose keys begin with a prefix, by key. */
  Map<String, String> startingWith(String prefix);
}
