package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that GitHub does not take for one, because its delimiter row is missing or misplaced.
 * People's tables are; their rows are meant all the same.
 */
final class LooseTable {
  private static final int MIN_ROWS = 2;

  private LooseTable() {}

  /** The rows below the first, which is the header; none if the text is no such table. */
  static List<Block.TableRow> of(RichText text, Place place, int table) {
    if (!text.plain().startsWith("|") || text.plain().indexOf('\n') < 0) {
      return List.of();
    }
    List<RichText> lines = text.lines();
    List<List<RichText>> rows = new ArrayList<>();
    for (RichText line : lines) {
      RichText stripped = line.strip();
      if (!stripped.plain().startsWith("|") || stripped.plain().indexOf('|', 1) < 0) {
        return List.of();
      }
      rows.add(cells(stripped));
    }
    if (rows.size() < MIN_ROWS) {
      return List.of();
    }
    List<Block.TableRow> found = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).stream().anyMatch(cell -> !isDelimiter(cell.plain()))) {
        Place at = new Place(place.line() + i, place.line() + i, place.depth(), place.quoted());
        found.add(new Block.TableRow(rows.get(0), rows.get(i), table, at));
      }
    }
    return found;
  }

  /** The cells of a text that is one row; none if it is not. */
  static List<RichText> cellsOf(RichText text) {
    RichText row = text.strip();
    boolean one = row.plain().startsWith("|") && row.plain().indexOf('\n') < 0;
    return one && row.plain().indexOf('|', 1) > 0 ? cells(row) : List.of();
  }

  private static List<RichText> cells(RichText row) {
    List<RichText> cells = new ArrayList<>();
    String plain = row.plain();
    int start = 1;
    for (int i = 1; i < plain.length(); i++) {
      if (plain.charAt(i) == '|') {
        cells.add(row.slice(start, i).strip());
        start = i + 1;
      }
    }
    if (start < plain.length()) {
      cells.add(row.slice(start, plain.length()).strip());
    }
    return cells;
  }

  private static boolean isDelimiter(String cell) {
    return cell.chars().allMatch(c -> c == '-' || c == ':' || c == ' ');
  }
}
