package io.followthrough.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by two words. Filled by one thread. */
final class Grid {
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  void add(String row, String column) {
    add(row, column, 1);
  }

  void add(String row, String column, int number) {
    counts.computeIfAbsent(row, any -> new TreeMap<>()).merge(column, number, Integer::sum);
  }

  int of(String row, String column) {
    return counts.getOrDefault(row, Map.of()).getOrDefault(column, 0);
  }

  int total(String row) {
    return counts.getOrDefault(row, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The rows by their names. */
  List<String> rows() {
    return List.copyOf(counts.keySet());
  }

  /** The rows with the most in a column, the most first. */
  List<String> most(String column, int limit) {
    return counts.keySet().stream()
        .sorted(Comparator.comparing((String row) -> -of(row, column)).thenComparing(row -> row))
        .limit(limit)
        .toList();
  }

  /** The rows with the most in all, the most first. */
  List<String> largest(int limit) {
    return counts.keySet().stream()
        .sorted(Comparator.comparing((String row) -> -total(row)).thenComparing(row -> row))
        .limit(limit)
        .toList();
  }
}
