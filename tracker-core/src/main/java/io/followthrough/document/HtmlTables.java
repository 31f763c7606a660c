package io.followthrough.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Tables of HTML, merged cells and all. The text of a merged cell stands in each of its places. A
 * table that only arranges a page (it holds tables, or chapters) is no table.
 */
final class HtmlTables {
  private final Set<Element> layouts = new HashSet<>();

  private final TableGrid grid = new TableGrid();

  /** Looks through a document once. */
  static HtmlTables of(Element root) {
    HtmlTables tables = new HtmlTables();
    tables.look(root, null, new Cell());
    return tables;
  }

  /** What a cell holds that only pages do. */
  private static final class Cell {
    private boolean chapter;
    private boolean list;
    private int tasks;
  }

  private void look(Element element, @Nullable Element table, Cell cell) {
    String name = element.normalName();
    Element around = table;
    Cell within = cell;
    switch (name) {
      case "table" -> {
        if (table != null) {
          layouts.add(table);
        }
        around = element;
        within = new Cell();
      }
      case "td", "th" -> within = new Cell();
      case "h1", "h2", "h3" -> cell.chapter = true;
      case "ul", "ol" -> cell.list = true;
      case "ac:task" -> cell.tasks++;
      case "input" -> cell.tasks += element.attr("type").equals("checkbox") ? 1 : 0;
      default -> cell.tasks += element.hasAttr("data-inline-task-id") ? 1 : 0;
    }
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof Element child) {
        look(child, around, within);
      }
    }
    if (table != null && within != cell && ((within.chapter && within.list) || within.tasks > 1)) {
      layouts.add(table);
    }
  }

  boolean isLayout(Element table) {
    return layouts.contains(table);
  }

  /** Writes the rows below the first, which is the header. */
  void read(Element table, HtmlBlocks walk) {
    List<Element> rows = new ArrayList<>();
    rows(table, rows, walk);
    int number = walk.out.newTable();
    List<RichText> header = List.of();
    grid.begin();
    for (int i = 0; i < rows.size(); i++) {
      Element row = rows.get(i);
      Place around = walk.place();
      int line = HtmlBlocks.lineOf(row, around.line());
      Place place = new Place(line, line, around.depth(), around.quoted());
      List<Element> own = cells(row);
      boolean title =
          own.size() == 1 && TableGrid.span(own.get(0).attr("colspan")) > 1 && !grid.isOpen();
      if (title) {
        walk.out.label(text(own.get(0), walk), place);
      } else {
        for (Element cell : own) {
          int columns = TableGrid.span(cell.attr("colspan"));
          grid.cell(text(cell, walk), columns, TableGrid.span(cell.attr("rowspan")));
        }
        List<RichText> cells = grid.end();
        if (header.isEmpty()) {
          header = cells;
        } else if (!cells.isEmpty()) {
          walk.out.row(header, cells, number, place);
        }
      }
    }
    if (rows.size() == 1 && header.size() == 2) {
      walk.out.row(List.of(), header, number, walk.place());
    }
  }

  private static void rows(Element parent, List<Element> rows, HtmlBlocks walk) {
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element) {
        switch (element.normalName()) {
          case "tr" -> rows.add(element);
          case "thead", "tbody", "tfoot" -> rows(element, rows, walk);
          case "caption" -> walk.label(element);
          default -> {
            // a column's looks
          }
        }
      }
    }
  }

  private static List<Element> cells(Element row) {
    List<Element> cells = new ArrayList<>();
    for (Node node : row.childNodes()) {
      if (node instanceof Element element
          && (element.normalName().equals("td") || element.normalName().equals("th"))) {
        cells.add(element);
      }
    }
    return cells;
  }

  private static RichText text(Element cell, HtmlBlocks walk) {
    BlockWriter inner = new BlockWriter();
    walk.within(inner).all(cell);
    return joined(inner.blocks());
  }

  /** Several blocks as the lines of one text; of code nothing, of a box its sign. */
  static RichText joined(List<Block> blocks) {
    TextBuilder joined = new TextBuilder();
    List<RichText> texts = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Task task) {
        texts.add(RichText.of(task.ticked() ? "\u2611 " : "\u2610 ").append(task.text()));
      } else if (!(block instanceof Block.Code)) {
        texts.add(block.text());
      }
    }
    for (RichText text : texts) {
      if (joined.length() > 0) {
        joined.append('\n');
      }
      joined.append(text);
    }
    return joined.take();
  }
}
