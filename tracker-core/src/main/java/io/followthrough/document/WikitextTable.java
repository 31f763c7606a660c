package io.followthrough.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of wikitext, from the line that begins it to the line that ends it. */
final class WikitextTable {
  private static final Pattern COLUMNS = Pattern.compile("colspan\\s*=\\s*[\"']?(\\d{1,4})");
  private static final Pattern ROWS = Pattern.compile("rowspan\\s*=\\s*[\"']?(\\d{1,4})");
  private static final Pattern LOOKS =
      Pattern.compile("^(?:\\s*[\\w-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[\\w%#;:-]+)\\s*)+$");
  private static final int LONGEST_LOOKS = 300;

  private final LineBlocks walk;
  private final TableGrid grid;
  private final int table;
  private List<RichText> header = List.of();
  private final StringBuilder cell = new StringBuilder();
  private boolean open;
  private int rowLine;

  WikitextTable(LineBlocks walk, TableGrid grid) {
    this.walk = walk;
    this.grid = grid;
    this.table = walk.out.newTable();
    this.rowLine = walk.next;
  }

  /**
   * Writes the rows below the first, which is the header. A table that never ends ends the text.
   */
  void read() {
    grid.begin();
    int nested = 0;
    while (walk.next < walk.lines.size()) {
      String line = walk.lines.get(walk.next).strip();
      walk.next++;
      if (line.startsWith("{|")) {
        nested++;
      } else if (line.startsWith("|}") && nested > 0) {
        nested--;
      } else if (line.startsWith("|}")) {
        break;
      } else if (nested == 0) {
        line(line);
      }
    }
    row();
  }

  private void line(String line) {
    if (line.startsWith("|-")) {
      row();
      rowLine = walk.next + 1;
    } else if (line.startsWith("|+")) {
      walk.out.label(walk.inline(line.substring(2)).strip(), walk.here());
    } else if (line.startsWith("!")) {
      for (String each : line.substring(1).split("!!|\\|\\|", -1)) {
        begin(each);
      }
    } else if (line.startsWith("|")) {
      for (String each : line.substring(1).split("\\|\\|", -1)) {
        begin(each);
      }
    } else if (open && !line.isEmpty()) {
      cell.append('\n').append(line.startsWith("*") ? line.substring(1).strip() : line);
    }
  }

  private void begin(String text) {
    end();
    open = true;
    cell.append(text);
  }

  private void end() {
    if (!open) {
      return;
    }
    open = false;
    String text = cell.toString();
    cell.setLength(0);
    String looks = "";
    int bar = text.indexOf('|');
    int link = text.indexOf("[[");
    if (bar > 0 && bar < LONGEST_LOOKS && (link < 0 || link > bar)) {
      String before = text.substring(0, bar);
      if (LOOKS.matcher(before).matches()) {
        looks = before;
        text = text.substring(bar + 1);
      }
    }
    int columns = span(COLUMNS, looks);
    grid.cell(walk.inline(text.strip()).strip(), columns, span(ROWS, looks));
  }

  private static int span(Pattern pattern, String looks) {
    Matcher written = pattern.matcher(looks);
    return written.find() ? TableGrid.span(written.group(1)) : 1;
  }

  private void row() {
    end();
    if (grid.width() == 0) {
      return;
    }
    List<RichText> cells = grid.end();
    if (header.isEmpty()) {
      header = cells;
      return;
    }
    Place around = walk.here();
    int line = Math.min(rowLine, walk.next);
    walk.out.row(header, cells, table, new Place(line, walk.next, around.depth(), around.quoted()));
  }
}
