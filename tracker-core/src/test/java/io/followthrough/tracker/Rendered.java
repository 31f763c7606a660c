package io.followthrough.tracker;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a reader of Markdown sees: the judge of the renderer, which shares no code with it. */
final class Rendered extends AbstractVisitor {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .build();

  /** Each top-level block, a list as one {@code BulletList item} for each of its items. */
  final List<String> blocks = new ArrayList<>();

  /** The words of each run of text outside code, in which GitHub looks for mentions. */
  final List<String> runs = new ArrayList<>();

  final List<String> links = new ArrayList<>();
  final List<String> html = new ArrayList<>();
  final StringBuilder words = new StringBuilder();
  private boolean inRun;

  static Rendered of(String markdown) {
    Rendered rendered = new Rendered();
    Node document = PARSER.parse(markdown);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      rendered.block(node);
    }
    document.accept(rendered);
    return rendered;
  }

  /** The words without the breaks that the renderer put in. */
  String visible() {
    return words.toString().replace("\u200B", "");
  }

  private void block(Node node) {
    String name = node.getClass().getSimpleName();
    if (!name.equals("BulletList") && !name.equals("BlockQuote")) {
      blocks.add(name);
      return;
    }
    for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
      Node inner = item.getFirstChild();
      boolean nested = name.equals("BulletList");
      String content = (nested && inner != null ? inner : item).getClass().getSimpleName();
      boolean more = nested && inner != null && inner.getNext() != null;
      blocks.add(name + " " + content + (more ? " and more" : ""));
    }
  }

  @Override
  public void visit(Text text) {
    if (inRun && text.getPrevious() instanceof Text) {
      runs.set(runs.size() - 1, runs.get(runs.size() - 1) + text.getLiteral());
    } else {
      runs.add(text.getLiteral());
    }
    inRun = true;
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }

  @Override
  public void visit(Link link) {
    links.add(link.getDestination());
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    links.add("image " + image.getDestination());
    visitChildren(image);
  }

  @Override
  public void visit(HtmlInline inline) {
    html.add(inline.getLiteral());
  }

  @Override
  public void visit(HtmlBlock block) {
    html.add(block.getLiteral());
  }
}
