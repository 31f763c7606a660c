package io.followthrough.review;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lengths of time in days, counted rather than kept. Filled by one thread. */
final class Spread {
  private final TreeMap<Integer, Integer> counts = new TreeMap<>();
  private int size;

  void add(int days) {
    counts.merge(days, 1, Integer::sum);
    size++;
  }

  int size() {
    return size;
  }

  Optional<Integer> median() {
    return atRank(50);
  }

  /** The least number of days that so many hundredths of all do not exceed. */
  Optional<Integer> atRank(int percent) {
    int rank = Math.max(1, (int) Math.ceil(size * percent / 100.0));
    int seen = 0;
    for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
      seen += each.getValue();
      if (seen >= rank) {
        return Optional.of(each.getKey());
      }
    }
    return Optional.empty();
  }

  Optional<Integer> longest() {
    return counts.isEmpty() ? Optional.empty() : Optional.of(counts.lastKey());
  }
}
