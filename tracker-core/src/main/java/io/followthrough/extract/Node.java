package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.RichText;
import java.util.List;

/** A piece of the outline of a document. */
sealed interface Node {
  int line();

  /** What makes a part a part. */
  enum Label {
    HEADING,
    BOLD,
    COLON,
    ENTRY
  }

  /** What stands below a heading, a line in bold, a line that ends with a colon. */
  record Part(RichText label, Label kind, int level, int line, List<Node> children)
      implements Node {}

  /** A list entry with what is nested in it. */
  record Entry(Block.Entry block, List<Node> children) implements Node {
    @Override
    public int line() {
      return block.line();
    }

    RichText text() {
      return block.text();
    }
  }

  /** Running text. */
  record Para(Block.Paragraph block) implements Node {
    @Override
    public int line() {
      return block.line();
    }
  }

  /** A table. */
  record Rows(List<Block.TableRow> rows) implements Node {
    @Override
    public int line() {
      return rows.get(0).line();
    }
  }
}
