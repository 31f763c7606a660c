package io.followthrough.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of the tables of one document, merged cells taken apart: each place has the text. */
final class TableGrid {
  private static final int MAX_SPAN = 1_000;
  private static final int LONGEST_SHARED = 200;

  private final Map<Integer, Open> open = new HashMap<>();
  private List<RichText> cells = new ArrayList<>();

  /** How many cells merging may still add to the document. */
  private int spare = 100_000;

  /** A cell that reaches into rows below. */
  private record Open(RichText text, int rows) {}

  /** A table begins. */
  void begin() {
    open.clear();
    cells = new ArrayList<>();
  }

  /** Whether a cell of a row above reaches into this one. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** How many cells the row has so far. */
  int width() {
    return cells.size();
  }

  /** The next cell of the row, and over how many columns and rows it reaches. */
  void cell(RichText text, int columns, int rows) {
    fromAbove();
    RichText shared = text.plain().length() > LONGEST_SHARED ? RichText.EMPTY : text;
    for (int i = 0; i < Math.min(columns, MAX_SPAN) && (i == 0 || spare-- > 0); i++) {
      if (rows > 1) {
        open.put(cells.size(), new Open(shared, Math.min(rows, MAX_SPAN) - 1));
      }
      cells.add(i == 0 ? text : shared);
    }
  }

  /** Ends the row. */
  List<RichText> end() {
    fromAbove();
    List<RichText> row = cells;
    cells = new ArrayList<>();
    return row;
  }

  private void fromAbove() {
    Open above = open.remove(cells.size());
    while (above != null && spare-- > 0) {
      if (above.rows() > 1) {
        open.put(cells.size(), new Open(above.text(), above.rows() - 1));
      }
      cells.add(above.text());
      above = open.remove(cells.size());
    }
  }

  /** How far a cell reaches by a number that is written; 1 where it is none. */
  static int span(String written) {
    String digits = written.strip();
    return digits.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(digits)) : 1;
  }
}
