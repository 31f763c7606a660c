package io.followthrough.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * What a delivery came to.
 *
 * @param sent how many effects happened
 * @param problems what could not be delivered and is kept, a line each
 */
public record Delivery(int sent, List<String> problems) {
  /** Nothing to do. */
  public static final Delivery NOTHING = new Delivery(0, List.of());

  public Delivery {
    problems = List.copyOf(problems);
  }

  /** Both together. */
  public Delivery and(Delivery other) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(other.problems);
    return new Delivery(sent + other.sent, all);
  }
}
