package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A reliability review, as it is given and kept.
 *
 * @param scope in words; empty for everything
 * @param asOf the day at whose end things stood like this
 * @param complete false while the period is not over
 * @param figures in the order in which they are read
 */
public record Review(
    Period period, String scope, LocalDate asOf, boolean complete, List<Figure> figures) {
  /** Figures that say nothing which a postmortem says. */
  private static final Set<String> NUMBERS =
      Set.of(
          "summary",
          "periods",
          "age-by-priority",
          "overdue-by",
          "time-to-close-by-priority",
          "time-to-close-by-kind",
          "on-time",
          "completion-mix",
          "priority-by-kind",
          "weekdays");

  public Review {
    requireNonNull(period, "period is null");
    requireNonNull(scope, "scope is null");
    requireNonNull(asOf, "asOf is null");
    figures = List.copyOf(figures);
  }

  /** A figure by its name. */
  public Optional<Figure> figure(String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** Such as {@code Reliability review, October 2026 (team Payments)}. */
  public String title() {
    String what =
        period.kind() == Period.Kind.MONTH ? "Reliability review" : "Quarterly meta-review";
    return what + ", " + period.title() + (scope.isEmpty() ? "" : " (" + scope + ")");
  }

  /** The same review without the words of any postmortem: what a public place may show. */
  public Review numbersOnly() {
    return new Review(
        period,
        scope,
        asOf,
        complete,
        figures.stream().filter(figure -> NUMBERS.contains(figure.name())).toList());
  }

  /** The same review with what changed since an earlier one beside each number. */
  Review since(Review then) {
    return new Review(
        period,
        scope,
        asOf,
        complete,
        figures.stream()
            .map(figure -> then.figure(figure.name()).map(figure::since).orElse(figure))
            .toList());
  }
}
