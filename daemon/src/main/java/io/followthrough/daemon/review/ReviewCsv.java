package io.followthrough.daemon.review;

import io.followthrough.review.Cell;
import io.followthrough.review.Figure;
import io.followthrough.review.Review;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A review as comma-separated values, a line for each cell: figure, row, column, value, unit, and
 * the value of the last period.
 */
public final class ReviewCsv {
  private ReviewCsv() {}

  /** All of a review, with a head and lines that end as RFC 4180 says. */
  public static String of(Review review, List<Figure> figures) {
    StringBuilder out = new StringBuilder();
    line(out, List.of("period", "scope", "figure", "row", "column", "value", "unit", "before"));
    for (Figure figure : figures) {
      for (Figure.Row row : figure.rows()) {
        for (int i = 0; i < row.cells().size(); i++) {
          Cell cell = row.cells().get(i);
          line(
              out,
              List.of(
                  review.period().name(),
                  review.scope(),
                  figure.name(),
                  row.name(),
                  figure.columns().get(i),
                  cell.unit() == Cell.Unit.WORDS
                      ? cell.words()
                      : cell.number().map(String::valueOf).orElse(""),
                  cell.unit().name().toLowerCase(java.util.Locale.ROOT),
                  cell.before().map(String::valueOf).orElse("")));
        }
      }
    }
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> values) {
    out.append(values.stream().map(ReviewCsv::quoted).collect(Collectors.joining(",")));
    out.append("\r\n");
  }

  /** A spreadsheet takes what begins like a formula for one; an apostrophe tells it otherwise. */
  private static String quoted(String value) {
    String plain = value.replace('\r', ' ').replace('\n', ' ');
    boolean formula = !plain.isEmpty() && "=+-@\t".indexOf(plain.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + plain.replace("\"", "\"\"") + "\"";
  }
}
