package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a review with its definition: a table, of which the first column says what a row is
 * about.
 *
 * @param name for programs, such as {@code age-by-priority}; never changes
 * @param remark what the figure says, in a sentence, where it says something
 */
public record Figure(
    String name,
    String title,
    String definition,
    Optional<String> remark,
    List<String> columns,
    List<Row> rows) {
  /**
   * A row.
   *
   * @param name for programs, unique in its figure, such as {@code high}
   * @param definition of this row alone, else empty
   * @param cells one for each column
   */
  public record Row(String name, String definition, List<Cell> cells) {
    public Row {
      requireNonNull(name, "name is null");
      requireNonNull(definition, "definition is null");
      cells = List.copyOf(cells);
    }
  }

  public Figure {
    requireNonNull(name, "name is null");
    requireNonNull(title, "title is null");
    requireNonNull(definition, "definition is null");
    requireNonNull(remark, "remark is null");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A figure to which rows are added. */
  static Figure of(String name, String title, String definition, String... columns) {
    return new Figure(name, title, definition, Optional.empty(), List.of(columns), List.of());
  }

  /** This figure and one more row. */
  Figure with(String row, Cell... cells) {
    return with(row, "", List.of(cells));
  }

  Figure with(String row, String rowDefinition, List<Cell> cells) {
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(row, rowDefinition, cells));
    return new Figure(name, title, definition, remark, columns, more);
  }

  Figure remarking(Optional<String> words) {
    return new Figure(name, title, definition, words, columns, rows);
  }

  /** A row by its name. */
  public Optional<Row> row(String wanted) {
    return rows.stream().filter(row -> row.name().equals(wanted)).findFirst();
  }

  /** A cell by its row and its place, the first column being 0. */
  public Optional<Cell> cell(String wanted, int column) {
    return row(wanted).map(row -> row.cells().get(column));
  }

  Figure since(Figure then) {
    List<Row> compared = new ArrayList<>();
    for (Row row : rows) {
      Optional<Row> before = then.row(row.name());
      compared.add(before.map(old -> since(row, old)).orElse(row));
    }
    return new Figure(name, title, definition, remark, columns, compared);
  }

  private static Row since(Row row, Row then) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cells().get(i);
      cells.add(i < then.cells().size() ? cell.since(then.cells().get(i)) : cell);
    }
    return new Row(row.name(), row.definition(), cells);
  }
}
