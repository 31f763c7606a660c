package io.followthrough.daemon.config;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A growing list of problems, each told once, in the order of the file. */
final class Problems {
  private final SortedSet<Problem> problems = new TreeSet<>(Problem.IN_ORDER_OF_PLACE);

  void add(Problem problem) {
    problems.add(problem);
  }

  void add(Place place, String key, String message) {
    add(Problem.of(place, key, message));
  }

  void add(Place place, String key, String message, String hint) {
    add(Problem.of(place, key, message, hint));
  }

  void addAll(Collection<Problem> others) {
    problems.addAll(others);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
