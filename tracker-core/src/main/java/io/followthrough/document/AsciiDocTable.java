package io.followthrough.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of AsciiDoc: cells that flow into as many columns as its first line has. */
final class AsciiDocTable {
  private static final Pattern BAR =
      Pattern.compile(
          "(?<!\\\\)(?:(?<=\\s|^)(\\d{1,4})?(?:\\.(\\d{1,4}))?([*+])?([<^>.]{0,4}[aehlmsdv]?))?\\|");
  private static final Pattern COLUMNS = Pattern.compile("cols=\"?([^\"\\]]{1,200})");
  private static final Pattern TIMES = Pattern.compile("(\\d{1,2})\\*");

  private final TableGrid grid;
  private final boolean csv;
  private int columns;
  private List<RichText> header = List.of();
  private StringBuilder cell = new StringBuilder();
  private int cellLine;
  private boolean open;
  private int across = 1;
  private int down = 1;
  private int times = 1;
  private int rowLine;

  AsciiDocTable(TableGrid grid, String style, boolean csv) {
    this.grid = grid;
    this.csv = csv;
    this.columns = columns(style);
  }

  private static int columns(String style) {
    Matcher written = COLUMNS.matcher(style);
    if (!written.find()) {
      return 0;
    }
    int count = 0;
    for (String each : written.group(1).split("[,;]", -1)) {
      Matcher many = TIMES.matcher(each);
      count += many.find() ? Integer.parseInt(many.group(1)) : 1;
    }
    return count;
  }

  /** Writes the rows below the first, which is the header. */
  void read(List<String> lines, int firstLine, int table, LineBlocks walk) {
    grid.begin();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (csv && !line.isEmpty()) {
        rowLine = firstLine + i;
        Csv.cells(line).forEach(each -> grid.cell(walk.inline(each).strip(), 1, 1));
        row(table, walk);
      } else if (!csv) {
        line(line, firstLine + i, table, walk);
      }
    }
    endCell(table, walk);
    if (grid.width() > 0) {
      row(table, walk);
    }
  }

  private void line(String line, int at, int table, LineBlocks walk) {
    Matcher bar = BAR.matcher(line);
    int start = 0;
    int cells = 0;
    while (bar.find()) {
      if (open) {
        cell.append(line, start, bar.start());
      }
      endCell(table, walk);
      open = true;
      cellLine = at;
      String sign = bar.group(3) == null ? "" : bar.group(3);
      int number = bar.group(1) == null ? 1 : TableGrid.span(bar.group(1));
      across = sign.equals("+") ? number : 1;
      times = sign.equals("*") ? Math.min(number, 100) : 1;
      down = sign.equals("+") && bar.group(2) != null ? TableGrid.span(bar.group(2)) : 1;
      cells += across * times;
      start = bar.end();
    }
    if (open) {
      cell.append(line.substring(start)).append('\n');
    }
    if (columns == 0 && cells > 0) {
      columns = cells;
    }
  }

  private void endCell(int table, LineBlocks walk) {
    if (!open) {
      return;
    }
    open = false;
    RichText text = walk.inline(cell.toString().strip().replace("\\|", "|")).strip();
    cell = new StringBuilder();
    for (int i = 0; i < times; i++) {
      if (columns > 0 && grid.width() >= columns) {
        row(table, walk);
      }
      if (grid.width() == 0) {
        rowLine = cellLine;
      }
      grid.cell(text, across, down);
    }
    if (columns > 0 && grid.width() >= columns) {
      row(table, walk);
    }
  }

  private void row(int table, LineBlocks walk) {
    List<RichText> cells = grid.end();
    if (header.isEmpty()) {
      header = cells;
    } else {
      Place around = walk.here();
      Place place = new Place(rowLine, rowLine, around.depth(), around.quoted());
      walk.out.row(header, cells, table, place);
    }
  }
}
