package io.followthrough.daemon.bench;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One figure: the same work done by two sides, in turn, several times in one run.
 *
 * @param what is measured
 * @param unit of both sides, such as {@code ms}
 * @param ours what the program took, each time
 * @param other what it is measured against, at the same places
 * @param against what that is
 * @param bound the largest ratio that is in order
 */
record Reading(
    String what, String unit, List<Double> ours, List<Double> other, String against, double bound) {
  Reading {
    requireNonNull(what, "what is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(against, "against is null");
    ours = List.copyOf(ours);
    other = List.copyOf(other);
    if (ours.isEmpty() || ours.size() != other.size()) {
      throw new IllegalArgumentException(what + ": the sides were not measured in pairs");
    }
  }

  /** The ratios of the pairs, smallest first. */
  List<Double> ratios() {
    return IntStream.range(0, ours.size())
        .mapToObj(i -> ours.get(i) / other.get(i))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  double ratio() {
    return median(ratios());
  }

  boolean isKept() {
    return ratio() <= bound;
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** A row of the table in Markdown. */
  String row() {
    List<Double> ratios = ratios();
    return String.format(
        Locale.ROOT,
        "| %s | %s %s | %s %s (%s) | %.3f (%.3f to %.3f) | %s | %s |",
        what,
        number(median(ours)),
        unit,
        number(median(other)),
        unit,
        against,
        ratio(),
        ratios.get(0),
        ratios.get(ratios.size() - 1),
        number(bound),
        isKept() ? "yes" : "no");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
