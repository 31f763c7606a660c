package io.followthrough.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The four ways in which reStructuredText writes tables. The first row is the header. */
final class RstTables {
  private static final Pattern GRID = Pattern.compile("^\\+(?:[-=]{1,5000}\\+)+$");
  private static final Pattern SIMPLE = Pattern.compile("^=+(?: +=+)+$");
  private static final Pattern UNDERLINE = Pattern.compile("^[- ]+$");

  private final LineBlocks walk;
  private final int table;
  private List<RichText> header = List.of();

  private RstTables(LineBlocks walk) {
    this.walk = walk;
    this.table = walk.out.newTable();
  }

  static boolean isGrid(String line) {
    return GRID.matcher(line).matches();
  }

  static boolean isSimple(String line) {
    return SIMPLE.matcher(line).matches();
  }

  /** The last line of the table that begins on a line; that line if it is no table. */
  static int end(List<String> lines, int start, boolean grid) {
    int end = start;
    int borders = 1;
    for (int i = start + 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (grid && !line.startsWith("|") && !line.startsWith("+")) {
        break;
      }
      if (!grid && line.isEmpty() && borders > 2) {
        break;
      }
      if (grid || isSimple(line)) {
        borders++;
        end = i;
      }
      if (!grid && borders == 2 && isSimple(line) && isEnd(lines, i)) {
        break;
      }
    }
    return end;
  }

  private static boolean isEnd(List<String> lines, int border) {
    return border + 1 >= lines.size() || lines.get(border + 1).isBlank();
  }

  /** Lines drawn around each cell. */
  static void grid(List<String> lines, int firstLine, LineBlocks walk) {
    RstTables rows = new RstTables(walk);
    List<Integer> bounds = bounds(lines.get(0), '+');
    List<StringBuilder> cells = empty(bounds.size() - 1);
    int start = firstLine;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.startsWith("+") || line.contains("+--") || line.contains("+==")) {
        rows.row(cells, start);
        start = firstLine + i + 1;
        for (int c = 0; c < cells.size(); c++) {
          int at = bounds.get(c) + 1;
          boolean ends = at >= line.length() || "-=".indexOf(line.charAt(at)) >= 0;
          if (ends) {
            cells.set(c, new StringBuilder());
          }
        }
      } else {
        split(line, bounds, cells);
      }
    }
  }

  private static void split(String line, List<Integer> bounds, List<StringBuilder> cells) {
    List<String> parts = new ArrayList<>();
    int bars = (int) line.chars().filter(c -> c == '|').count();
    if (bars == bounds.size()) {
      Collections.addAll(parts, line.substring(1).split("\\|", -1));
    } else {
      String last = "";
      for (int c = 0; c + 1 < bounds.size(); c++) {
        int from = bounds.get(c);
        boolean begins = from < line.length() && line.charAt(from) == '|';
        int to = Math.min(line.length(), bounds.get(c + 1));
        String part = from + 1 < to ? line.substring(begins ? from + 1 : from, to) : "";
        last = part;
        parts.add(last);
      }
    }
    for (int c = 0; c < cells.size() && c < parts.size(); c++) {
      add(cells.get(c), parts.get(c).strip());
    }
  }

  private static void add(StringBuilder cell, String text) {
    if (!text.isEmpty()) {
      cell.append(cell.isEmpty() ? "" : "\n").append(text);
    }
  }

  private static List<Integer> bounds(String border, char sign) {
    List<Integer> bounds = new ArrayList<>();
    for (int i = 0; i < border.length(); i++) {
      if (border.charAt(i) == sign) {
        bounds.add(i);
      }
    }
    return bounds;
  }

  private static List<StringBuilder> empty(int count) {
    List<StringBuilder> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new StringBuilder());
    }
    return cells;
  }

  /** Columns below lines of equal signs; a row whose first cell is empty goes on. */
  static void simple(List<String> lines, int firstLine, LineBlocks walk) {
    RstTables rows = new RstTables(walk);
    String border = lines.get(0).stripTrailing();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < border.length(); i++) {
      if (border.charAt(i) == '=' && (i == 0 || border.charAt(i - 1) == ' ')) {
        starts.add(i);
      }
    }
    List<StringBuilder> cells = empty(starts.size());
    int start = firstLine + 1;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      boolean border2 = isSimple(line) || (!line.isEmpty() && UNDERLINE.matcher(line).matches());
      boolean fresh = !line.isEmpty() && line.charAt(0) != ' ';
      if (border2 || fresh) {
        rows.row(cells, start);
        cells = empty(starts.size());
        start = firstLine + i + (border2 ? 1 : 0);
      }
      for (int c = 0; !border2 && c < starts.size(); c++) {
        int from = Math.min(line.length(), starts.get(c));
        boolean last = c + 1 == starts.size();
        int to = last ? line.length() : Math.min(line.length(), starts.get(c + 1));
        add(cells.get(c), line.substring(from, to).strip());
      }
    }
  }

  /** A list of lists. */
  static void list(List<String> lines, int firstLine, LineBlocks walk) {
    RstTables rows = new RstTables(walk);
    List<StringBuilder> cells = new ArrayList<>();
    int start = firstLine;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean row = line.startsWith("* - ") || line.equals("* -");
      if (row) {
        rows.row(cells, start);
        cells = new ArrayList<>();
        start = firstLine + i;
      }
      if (row || line.startsWith("- ") || line.equals("-")) {
        cells.add(new StringBuilder(line.substring(row ? 3 : 1).strip()));
      } else if (!cells.isEmpty()) {
        add(cells.get(cells.size() - 1), line);
      }
    }
    rows.row(cells, start);
  }

  /** Comma-separated values, below options. */
  static void csv(List<String> lines, int firstLine, LineBlocks walk) {
    RstTables rows = new RstTables(walk);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean header = line.startsWith(":header:");
      if (header || (!line.isEmpty() && !line.startsWith(":"))) {
        List<StringBuilder> cells = new ArrayList<>();
        Csv.cells(header ? line.substring(8).strip() : line)
            .forEach(each -> cells.add(new StringBuilder(each)));
        rows.row(cells, firstLine + i);
      }
    }
  }

  private void row(List<StringBuilder> texts, int line) {
    if (texts.stream().allMatch(text -> text.isEmpty())) {
      return;
    }
    List<RichText> cells = new ArrayList<>();
    for (StringBuilder text : texts) {
      cells.add(walk.inline(text.toString()).strip());
    }
    if (header.isEmpty()) {
      header = cells;
      return;
    }
    Place around = walk.here();
    int at = Math.max(1, Math.min(line, walk.next));
    walk.out.row(header, cells, table, new Place(at, at, around.depth(), around.quoted()));
  }
}
