package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/** Walks the tree of a Markdown document into blocks. The parser bounds its depth. */
final class MarkdownBlocks {
  private static final Pattern CHECKBOX =
      Pattern.compile("^\\[([ xX*\u2713\u2714]?)\\](?=\\s|$)\\s*");

  private final List<Block> blocks = new ArrayList<>();
  private int lists;
  private int tables;
  private int lastLine = 1;

  private MarkdownBlocks() {}

  static List<Block> of(Node root) {
    MarkdownBlocks walk = new MarkdownBlocks();
    walk.children(root, 0, false);
    return walk.blocks;
  }

  private void children(Node parent, int depth, boolean quoted) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, depth, quoted);
    }
  }

  private void block(Node node, int depth, boolean quoted) {
    if (node instanceof Heading heading) {
      blocks.add(
          new Block.Heading(heading.getLevel(), MarkdownText.of(node), place(node, depth, quoted)));
    } else if (node instanceof Paragraph) {
      paragraph(MarkdownText.of(node), place(node, depth, quoted));
    } else if (node instanceof BulletList || node instanceof OrderedList) {
      int list = ++lists;
      for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
        if (item instanceof ListItem) {
          entry(item, list, node instanceof OrderedList, place(item, depth + 1, quoted));
        }
      }
    } else if (node instanceof BlockQuote) {
      children(node, depth, true);
    } else if (node instanceof TableBlock) {
      table(node, depth, quoted);
    } else if (node instanceof FencedCodeBlock fenced) {
      code(node, fenced.getLiteral(), depth, quoted);
    } else if (node instanceof IndentedCodeBlock indented) {
      code(node, indented.getLiteral(), depth, quoted);
    } else if (node instanceof HtmlBlock html) {
      html(html, depth, quoted);
    }
  }

  private void paragraph(RichText text, Place place) {
    List<Block.TableRow> rows = LooseTable.of(text, place, tables + 1);
    if (rows.isEmpty()) {
      blocks.add(new Block.Paragraph(text, place));
    } else {
      tables++;
      blocks.addAll(rows);
    }
  }

  private void entry(Node item, int list, boolean numbered, Place around) {
    Node first = item.getFirstChild();
    RichText text = RichText.EMPTY;
    int depth = around.depth();
    boolean quoted = around.quoted();
    Place place = around;
    if (first instanceof Paragraph) {
      text = MarkdownText.of(first);
      Place own = place(first, depth, quoted);
      place = new Place(own.line(), own.endLine(), depth, quoted);
      first = first.getNext();
    } else {
      place = new Place(place.line(), place.line(), depth, quoted);
    }
    Matcher box = CHECKBOX.matcher(text.plain());
    if (box.find()) {
      String mark = box.group(1);
      blocks.add(
          new Block.Task(
              text.slice(box.end(), text.plain().length()),
              !mark.isBlank(),
              list,
              numbered,
              place));
    } else {
      blocks.add(new Block.ListItem(text, list, numbered, place));
    }
    for (Node node = first; node != null; node = node.getNext()) {
      block(node, depth, quoted);
    }
  }

  private void table(Node table, int depth, boolean quoted) {
    tables++;
    List<RichText> header = List.of();
    List<RichText> above = headerAbove(table);
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow && part instanceof TableHead) {
          header = cells(row);
          if (above.size() == header.size()) {
            blocks.add(new Block.TableRow(above, header, tables, place(row, depth, quoted)));
            header = above;
          }
        } else if (row instanceof TableRow) {
          blocks.add(new Block.TableRow(header, cells(row), tables, place(row, depth, quoted)));
        }
      }
    }
  }

  /** Where the delimiter row stands too low, the header is left in the paragraph above. */
  private List<RichText> headerAbove(Node table) {
    Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    boolean above =
        last instanceof Block.Paragraph
            && table.getPrevious() instanceof Paragraph
            && last.place().endLine() == place(table, 0, false).line() - 1;
    return above && last != null ? LooseTable.cellsOf(last.text()) : List.of();
  }

  private static List<RichText> cells(Node row) {
    List<RichText> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(MarkdownText.of(cell).strip());
      }
    }
    return cells;
  }

  private void code(Node node, String literal, int depth, boolean quoted) {
    blocks.add(new Block.Code(RichText.of(literal), place(node, depth, quoted)));
  }

  private void html(HtmlBlock html, int depth, boolean quoted) {
    Place place = place(html, depth, quoted);
    RichText text = HtmlFragments.text(html.getLiteral());
    if (!text.isBlank()) {
      blocks.add(new Block.Paragraph(text, place));
    }
  }

  private Place place(Node node, int depth, boolean quoted) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (!spans.isEmpty()) {
      lastLine = spans.get(0).getLineIndex() + 1;
      int end = spans.get(spans.size() - 1).getLineIndex() + 1;
      return new Place(lastLine, Math.max(lastLine, end), depth, quoted);
    }
    return new Place(lastLine, lastLine, depth, quoted);
  }
}
