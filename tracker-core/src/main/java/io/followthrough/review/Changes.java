package io.followthrough.review;

import io.followthrough.review.Figure.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The one or two structural changes that the pattern of a review's other figures asks for. */
final class Changes {
  private static final int MOST = 2;

  private record Change(int weight, String name, String words, String why) {}

  private Changes() {}

  static Figure of(List<Figure> figures) {
    List<Change> found = new ArrayList<>();
    for (Figure figure : figures) {
      switch (figure.name()) {
        case "failure-modes" ->
            first(figure, 1, 2)
                .ifPresent(row -> found.add(theme(row, 3, "Remove the failure mode")));
        case "contributing-factors" ->
            first(figure, 1, 3).ifPresent(row -> found.add(theme(row, 1, "Close the gap")));
        case "services" ->
            figure
                .remark()
                .ifPresent(
                    words ->
                        found.add(
                            new Change(
                                4 * number(figure.rows().get(0), 1),
                                "service",
                                "Give " + name(figure.rows().get(0)) + " a reliability plan",
                                words)));
        case "completion-mix" ->
            figure
                .remark()
                .ifPresent(
                    words ->
                        found.add(new Change(9, "mix", "Plan prevention before detection", words)));
        case "blocked-patterns" ->
            first(figure, 1, 2)
                .ifPresent(
                    row ->
                        found.add(
                            new Change(
                                3 * number(row, 1),
                                "blocker",
                                "Clear the way: " + name(row),
                                number(row, 1) + " items wait for it.")));
        case "ownership-gaps" ->
            first(figure, 1, 3)
                .ifPresent(
                    row ->
                        found.add(
                            new Change(
                                2 * number(row, 1),
                                "ownership",
                                "Name an owner while the postmortem is written",
                                number(row, 1) + " items: " + name(row) + ".")));
        default -> {}
      }
    }
    Figure figure =
        Figure.of(
            "structural-changes",
            "What the pattern asks for",
            "At most two changes of how things are built or worked on, from the figures that stand"
                + " out most: a failure mode or factor in several postmortems, a service in a third"
                + " of the incidents, a blocker of several items, missing owners, the mix of what is"
                + " completed.",
            "Change",
            "Why");
    List<Change> heaviest =
        found.stream()
            .sorted(
                Comparator.comparing((Change change) -> -change.weight())
                    .thenComparing(Change::name))
            .limit(MOST)
            .toList();
    for (Change change : heaviest) {
      figure = figure.with(change.name(), Cell.words(change.words()), Cell.words(change.why()));
    }
    return figure;
  }

  private static Change theme(Row row, int weight, String words) {
    return new Change(
        weight * number(row, 1),
        words,
        words + ": " + name(row),
        "It is in " + number(row, 1) + " postmortems of the last twelve months.");
  }

  /** The first row, if it counts so many. */
  private static Optional<Row> first(Figure figure, int column, int least) {
    return figure.rows().stream().findFirst().filter(row -> number(row, column) >= least);
  }

  private static int number(Row row, int column) {
    return row.cells().get(column).number().orElse(0);
  }

  private static String name(Row row) {
    return row.cells().get(0).text();
  }
}
