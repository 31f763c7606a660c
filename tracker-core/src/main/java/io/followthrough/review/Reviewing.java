package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import io.followthrough.review.Figure.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes reviews: all postmortems are read once, one after the other, and counted for four periods.
 * What was given before stands: a review that is kept is compared with, not counted again. Pure.
 */
public final class Reviewing {
  private static final int PERIODS = 4;

  /** The lines of the summary that stand side by side for four periods. */
  private static final List<String> SIDE_BY_SIDE =
      List.of(
          "postmortems",
          "opened",
          "closed",
          "declined",
          "open",
          "overdue",
          "held",
          "repeats-while-open",
          "repeats-despite-complete");

  private final Scope scope;
  private final LocalDate today;
  private final int latest;
  private final Function<Period, Optional<Review>> given;

  /**
   * Reviews of a scope.
   *
   * @param today the present day in the zone of the reviews
   * @param latest how many of the last postmortems are told with their items
   * @param given the review of a period and this scope that was given before
   */
  public Reviewing(
      Scope scope, LocalDate today, int latest, Function<Period, Optional<Review>> given) {
    this.scope = requireNonNull(scope, "scope is null");
    this.today = requireNonNull(today, "today is null");
    this.latest = latest;
    this.given = requireNonNull(given, "given is null");
  }

  /** One period, counted. */
  private record Count(Period period, Slice slice, List<Counter> counters) {}

  /** The review of a period, which may not be over yet. */
  public Review of(Period period, Catalogue catalogue) {
    List<Count> counts = new ArrayList<>();
    Period each = period;
    for (int back = 0; back < PERIODS; back++) {
      Slice slice = Slice.of(each, today);
      counts.add(new Count(each, slice, counters(slice)));
      each = each.previous();
    }
    catalogue.each(
        chapter ->
            scope
                .of(chapter)
                .ifPresent(
                    own ->
                        counts.forEach(
                            count -> count.counters().forEach(counter -> counter.add(own)))));
    List<Review> reviews = new ArrayList<>();
    for (Count count : counts) {
      Review counted = review(count);
      boolean asked = count.period().equals(period);
      reviews.add(asked ? counted : given.apply(count.period()).orElse(counted));
    }
    Review bare = reviews.get(0).since(reviews.get(1));
    List<Figure> figures = new ArrayList<>(bare.figures());
    figures.add(2, sideBySide(reviews));
    return new Review(bare.period(), bare.scope(), bare.asOf(), bare.complete(), figures);
  }

  private List<Counter> counters(Slice slice) {
    return List.of(
        new DecisionCounter(slice, latest),
        new SummaryCounter(slice),
        new OpenCounter(slice),
        new ClosedCounter(slice),
        new PlaceCounter(slice),
        new PatternCounter(slice),
        new CandidateCounter(slice));
  }

  private Review review(Count count) {
    List<Figure> counted = new ArrayList<>();
    count.counters().forEach(counter -> counted.addAll(counter.figures()));
    List<Figure> figures = new ArrayList<>();
    figures.add(named(counted, "decisions"));
    figures.add(named(counted, "summary"));
    figures.add(named(counted, "last-postmortems"));
    figures.add(Changes.of(counted));
    counted.stream().filter(figure -> !figures.contains(figure)).forEach(figures::add);
    return new Review(
        count.period(), scope.words(), count.slice().asOf(), count.period().isOver(today), figures);
  }

  private static Figure named(List<Figure> figures, String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no figure is called " + name));
  }

  private static Figure sideBySide(List<Review> reviews) {
    List<String> columns = new ArrayList<>(List.of(""));
    reviews.forEach(review -> columns.add(review.period().title()));
    Figure figure =
        Figure.of(
            "periods",
            "Four periods side by side",
            "The same lines for this period and the three before it, each as defined above.",
            columns.toArray(String[]::new));
    Figure summary = named(reviews.get(0).figures(), "summary");
    for (Row row : summary.rows()) {
      if (SIDE_BY_SIDE.contains(row.name())) {
        List<Cell> cells = new ArrayList<>(List.of(row.cells().get(0)));
        reviews.forEach(
            review ->
                cells.add(
                    review
                        .figure("summary")
                        .flatMap(each -> each.cell(row.name(), 1))
                        .map(cell -> Cell.count(cell.number().orElse(0)))
                        .orElse(Cell.words("–"))));
        figure = figure.with(row.name(), "", cells);
      }
    }
    return figure;
  }
}
