package io.followthrough.review;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of many, without keeping the others. Filled by one thread. */
final class Top<T> {
  private final int limit;
  private final Comparator<? super T> order;
  private final PriorityQueue<T> kept;

  /**
   * A list of at most so many.
   *
   * @param order what comes first
   */
  Top(int limit, Comparator<? super T> order) {
    this.limit = limit;
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void add(T value) {
    kept.add(value);
    if (kept.size() > limit) {
      kept.poll();
    }
  }

  List<T> list() {
    return kept.stream().sorted(order).toList();
  }
}
