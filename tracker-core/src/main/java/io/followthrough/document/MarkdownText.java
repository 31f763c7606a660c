package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Inline nodes as text with marks. The parser bounds their depth. */
final class MarkdownText {
  private final StringBuilder plain = new StringBuilder();
  private final List<Mark> marks = new ArrayList<>();
  private int htmlStruck = -1;

  private MarkdownText() {}

  static RichText of(Node parent) {
    MarkdownText text = new MarkdownText();
    text.children(parent);
    return new RichText(text.plain.toString(), text.marks);
  }

  private void children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inline(node);
    }
  }

  private void inline(Node node) {
    if (node instanceof Text text) {
      plain.append(text.getLiteral());
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      plain.append('\n');
    } else if (node instanceof Code code) {
      int start = plain.length();
      plain.append(code.getLiteral());
      mark(Mark.Kind.CODE, start, "");
    } else if (node instanceof HtmlInline html) {
      html(html.getLiteral());
    } else if (node instanceof Link link) {
      marked(node, Mark.Kind.LINK, link.getDestination());
    } else if (node instanceof Image image) {
      marked(node, Mark.Kind.IMAGE, image.getDestination());
    } else if (node instanceof StrongEmphasis) {
      marked(node, Mark.Kind.BOLD, "");
    } else if (node instanceof Emphasis) {
      marked(node, Mark.Kind.ITALIC, "");
    } else if (node instanceof Strikethrough) {
      marked(node, Mark.Kind.STRUCK, "");
    } else {
      children(node);
    }
  }

  private void marked(Node node, Mark.Kind kind, String target) {
    int start = plain.length();
    children(node);
    mark(kind, start, target);
  }

  private void mark(Mark.Kind kind, int start, String target) {
    if (plain.length() > start) {
      marks.add(new Mark(kind, start, plain.length(), target));
    }
  }

  private void html(String tag) {
    String name = HtmlFragments.tagName(tag);
    if (name.equals("br")) {
      plain.append('\u2028');
    } else if (name.equals("del") || name.equals("s") || name.equals("strike")) {
      htmlStruck = plain.length();
    } else if (htmlStruck >= 0
        && (name.equals("/del") || name.equals("/s") || name.equals("/strike"))) {
      mark(Mark.Kind.STRUCK, htmlStruck, "");
      htmlStruck = -1;
    }
  }
}
