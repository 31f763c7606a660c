package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.RichText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells by its header what the columns of a table hold. */
final class TableColumns {
  private static final int WORDS_OF_A_TITLE = 2;
  private static final int ROWS_LOOKED_AT = 50;

  /**
   * The columns of one table.
   *
   * @param title the column that holds what is to be done; -1 if there is none
   * @param secondTitle another column of words; -1 if there is none
   * @param strong whether the header of the title says "action", "task" and the like
   * @param named whether it says "action item"
   */
  record Header(
      int title, int secondTitle, boolean strong, boolean named, Map<Integer, Column> columns) {
    /** Whether the columns are those by which work is tracked, whatever the title is called. */
    boolean tracks() {
      return columns.containsValue(Column.OWNER)
          && columns.containsValue(Column.STATUS)
          && (columns.containsValue(Column.DUE) || columns.containsValue(Column.TICKET));
    }
  }

  private final Vocabulary vocabulary;
  private final Phrases action;

  TableColumns(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.action = vocabulary.set("column.action");
  }

  Header of(List<Block.TableRow> rows) {
    List<RichText> header = rows.get(0).header();
    Map<Integer, Column> columns = new TreeMap<>();
    int strong = -1;
    int weak = -1;
    int second = -1;
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).plain();
      Words words = Words.of(name);
      Column column = column(name, words);
      int length = action.lengthIn(name, words);
      boolean acts = length > 0 && length >= length(column, name, words);
      if (acts && strong < 0) {
        strong = i;
      } else if (column == Column.TITLE && weak < 0) {
        weak = i;
      } else if (column == Column.TITLE && second < 0) {
        second = i;
      } else if (column != Column.TITLE && column != null) {
        columns.put(i, column);
      } else {
        columns.put(i, Column.NOTES);
      }
    }
    int title = strong >= 0 ? strong : weak;
    int other = strong >= 0 ? weak : second;
    if (title < 0) {
      title = wordy(rows, columns);
    }
    if (other >= 0) {
      columns.put(other, Column.NOTES);
    }
    boolean named =
        title >= 0
            && title < header.size()
            && header.get(title).plain().toLowerCase(java.util.Locale.ROOT).contains("action item");
    return new Header(title, other, strong >= 0, named, columns);
  }

  private int length(@org.jspecify.annotations.Nullable Column column, String name, Words words) {
    return column == null ? 0 : vocabulary.column(column).lengthIn(name, words);
  }

  private @org.jspecify.annotations.Nullable Column column(String name, Words words) {
    if (words.isEmpty()) {
      return name.isBlank() ? null : Column.NUMBER;
    }
    Column best = null;
    int length = 0;
    for (Column column : Column.values()) {
      int found = vocabulary.column(column).lengthIn(name, words);
      if (found > length || (found == length && found > 0 && best == Column.TITLE)) {
        best = column;
        length = found;
      }
    }
    return best;
  }

  /** A column without a known header whose cells are sentences. */
  private static int wordy(List<Block.TableRow> rows, Map<Integer, Column> columns) {
    int best = -1;
    double most = WORDS_OF_A_TITLE;
    for (Map.Entry<Integer, Column> entry : columns.entrySet()) {
      int index = entry.getKey();
      double words =
          rows.stream()
              .limit(ROWS_LOOKED_AT)
              .mapToInt(row -> index < row.cells().size() ? count(row.cells().get(index)) : 0)
              .average()
              .orElse(0);
      if (entry.getValue() == Column.NOTES && words > most) {
        best = index;
        most = words;
      }
    }
    return best;
  }

  private static int count(RichText cell) {
    return Words.of(cell.plain()).count();
  }
}
