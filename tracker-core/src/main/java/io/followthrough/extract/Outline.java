package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.RichText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Builds the tree of a document out of its blocks: headings by level, entries by depth. */
final class Outline {
  private final Deque<Node.Part> parts = new ArrayDeque<>();
  private final List<Node.Entry> entries = new ArrayList<>();
  private final Node.Part root =
      new Node.Part(RichText.EMPTY, Node.Label.HEADING, 0, 1, new ArrayList<>());

  private Outline() {
    parts.push(root);
  }

  /** The tree; its labels are found by {@link Labels}. */
  static Node.Part of(List<Block> blocks) {
    Outline outline = new Outline();
    for (Block block : blocks) {
      outline.add(block);
    }
    return outline.root;
  }

  private void add(Block block) {
    if (block instanceof Block.Heading heading && heading.place().depth() == 0) {
      entries.clear();
      while (parts.size() > 1 && parts.element().level() >= heading.level()) {
        parts.pop();
      }
      Node.Part part =
          new Node.Part(
              heading.text(),
              Node.Label.HEADING,
              heading.level(),
              heading.line(),
              new ArrayList<>());
      parts.element().children().add(part);
      parts.push(part);
    } else if (block instanceof Block.Heading heading) {
      siblings(heading.place().depth())
          .add(new Node.Para(new Block.Paragraph(heading.text(), heading.place())));
    } else if (block instanceof Block.Entry entry) {
      Node.Entry node = new Node.Entry(entry, new ArrayList<>());
      siblings(entry.place().depth() - 1).add(node);
      entries.add(node);
    } else if (block instanceof Block.Paragraph paragraph) {
      siblings(paragraph.place().depth()).add(new Node.Para(paragraph));
    } else if (block instanceof Block.TableRow row) {
      row(row);
    }
  }

  private void row(Block.TableRow row) {
    List<Node> siblings = siblings(row.place().depth());
    Node last = siblings.isEmpty() ? null : siblings.get(siblings.size() - 1);
    if (last instanceof Node.Rows rows && rows.rows().get(0).table() == row.table()) {
      rows.rows().add(row);
    } else {
      List<Block.TableRow> rows = new ArrayList<>();
      rows.add(row);
      siblings.add(new Node.Rows(rows));
    }
  }

  /** The nodes beside which one of the given depth stands. */
  private List<Node> siblings(int depth) {
    while (entries.size() > depth) {
      entries.remove(entries.size() - 1);
    }
    return entries.isEmpty()
        ? parts.element().children()
        : entries.get(entries.size() - 1).children();
  }
}
