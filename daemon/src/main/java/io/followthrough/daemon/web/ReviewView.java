package io.followthrough.daemon.web;

import io.followthrough.review.Cell;
import io.followthrough.review.Figure;
import io.followthrough.review.Review;
import java.util.List;
import java.util.Optional;

/**
 * A review as a page or a file shows it.
 *
 * @param standing as of when, and whether the period is over
 * @param periods other reviews that lead on from this one
 */
public record ReviewView(
    String title, String standing, List<Link> periods, List<FigureView> figures) {
  /** Another review. */
  public record Link(String text, String query) {}

  /**
   * A figure.
   *
   * @param defined whether each row has a definition of its own
   */
  public record FigureView(
      String id,
      String title,
      String definition,
      Optional<String> remark,
      List<String> columns,
      boolean defined,
      List<RowView> rows) {}

  /** A row; its first cell is its head. */
  public record RowView(List<CellView> cells, String definition) {}

  /** A cell; {@code numeric} ones stand to the right, with their change. */
  public record CellView(
      String text,
      String change,
      boolean numeric,
      Optional<String> address,
      Optional<String> item) {}

  static ReviewView of(Review review, List<Figure> figures, List<Link> periods) {
    String standing =
        "As of the end of "
            + review.asOf()
            + (review.complete() ? "." : "; the period is not over yet.");
    return new ReviewView(
        Plain.line(review.title()),
        standing,
        List.copyOf(periods),
        figures.stream().map(ReviewView::figure).toList());
  }

  private static FigureView figure(Figure figure) {
    return new FigureView(
        figure.name(),
        figure.title(),
        figure.definition(),
        figure.remark().map(Plain::text),
        figure.columns().stream().map(Plain::line).toList(),
        figure.rows().stream().anyMatch(row -> !row.definition().isEmpty()),
        figure.rows().stream()
            .map(
                row ->
                    new RowView(
                        row.cells().stream().map(ReviewView::cell).toList(), row.definition()))
            .toList());
  }

  private static CellView cell(Cell cell) {
    return new CellView(
        Plain.line(cell.text()),
        cell.changeText(),
        cell.unit() != Cell.Unit.WORDS,
        cell.address().flatMap(Plain::address),
        cell.item());
  }
}
