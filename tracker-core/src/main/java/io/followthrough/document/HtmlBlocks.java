package io.followthrough.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks a tree of HTML into blocks. The parser bounds its depth. */
class HtmlBlocks extends BlockFlow {
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "head",
          "nav",
          "footer",
          "svg",
          "math",
          "iframe",
          "object",
          "select",
          "textarea",
          "button",
          "audio",
          "video",
          "canvas");
  private static final Set<String> INLINE =
      Set.of(
          "span", "u", "ins", "small", "big", "sub", "sup", "font", "abbr", "label", "mark", "q",
          "var", "wbr", "bdi", "bdo", "data", "ruby", "rt", "rp", "dfn", "nobr", "acronym");

  private static final Set<String> BLOCKS = Set.of("ul", "ol", "table", "dl", "pre", "div");

  /** Texts are read by walks of their own; deeper ones lose their marks, not their words. */
  private static final int MAX_WITHIN = 3;

  private final HtmlStyles styles;
  private final HtmlTables tables;
  private int within;
  private RichText term = RichText.EMPTY;

  HtmlBlocks(BlockWriter out, HtmlStyles styles, HtmlTables tables) {
    super(out);
    this.styles = styles;
    this.tables = tables;
  }

  /** A walk of the same kind that writes elsewhere. */
  HtmlBlocks fresh(BlockWriter elsewhere) {
    return new HtmlBlocks(elsewhere, styles, tables);
  }

  /** A walk of the same kind through one text of this one. */
  final HtmlBlocks within(BlockWriter inner) {
    HtmlBlocks walk = fresh(inner);
    walk.within = within + 1;
    return walk;
  }

  /** An element that only the format at hand has; false if it is none. */
  boolean isOwn(Element element, String name) {
    return false;
  }

  /** Reads all that is in the element, to its end. */
  final void all(Element root) {
    children(root);
    flush();
  }

  final void children(Element parent) {
    for (int i = 0; i < parent.childNodeSize(); i++) {
      node(parent.childNode(i));
    }
  }

  private void node(Node node) {
    if (node instanceof TextNode text) {
      text(text);
    } else if (node instanceof Element element) {
      line = lineOf(element, line);
      String name = element.normalName();
      if (!SKIPPED.contains(name) && !isOwn(element, name)) {
        element(element, name);
      }
    }
  }

  private void text(TextNode node) {
    String text = node.getWholeText();
    if (run.length() == 0) {
      int start = lineOf(node, line);
      int blank = 0;
      while (blank < text.length() && Character.isWhitespace(text.charAt(blank))) {
        start += text.charAt(blank) == '\n' ? 1 : 0;
        blank++;
      }
      if (blank == text.length()) {
        return;
      }
      line = start;
      begin();
    }
    run.appendWords(text);
  }

  private void element(Element element, String name) {
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
      case "ul", "ol", "menu" -> list(element, name.equals("ol"));
      case "li" -> entry(element, out.newList(), false);
      case "table" -> table(element);
      case "pre" -> code(element.wholeText());
      case "blockquote" -> quoted(element);
      case "br" -> {
        run.append('\u2028');
        children(element);
      }
      case "img" -> image(element);
      case "input" -> input(element);
      case "a" -> link(element);
      case "b", "strong" -> marked(element, Mark.Kind.BOLD);
      case "i", "em", "cite" -> marked(element, Mark.Kind.ITALIC);
      case "del", "s", "strike" -> marked(element, Mark.Kind.STRUCK);
      case "code", "kbd", "samp", "tt" -> inline(element, Mark.Kind.CODE, "");
      case "time" -> time(element);
      case "summary", "caption", "legend" -> label(element);
      case "dt" -> term(element);
      case "dd" -> definition(element);
      case "p" -> paragraph(element);
      default -> other(element, name);
    }
  }

  private void other(Element element, String name) {
    Optional<Boolean> ticked = HtmlStyles.ticked(element);
    if (ticked.isPresent() && !element.hasText()) {
      tick(ticked.get());
    } else if (INLINE.contains(name)) {
      Optional<Mark.Kind> kind = styles.kind(element);
      if (kind.isPresent()) {
        inline(element, kind.get(), "");
      } else {
        children(element);
      }
    } else {
      flush();
      children(element);
      flush();
    }
  }

  private void paragraph(Element element) {
    if (element.hasClass("title")) {
      heading(element, 1);
      return;
    }
    flush();
    Optional<Mark.Kind> kind = styles.kind(element);
    if (kind.isPresent()) {
      inline(element, kind.get(), "");
    } else {
      children(element);
    }
    flush();
  }

  private void heading(Element element, int level) {
    RichText text = textOf(element);
    close();
    out.heading(level, text, place());
  }

  /** A title of what follows. */
  final void label(Element element) {
    RichText text = textOf(element);
    close();
    if (!text.isBlank()) {
      out.label(text, place());
    }
  }

  /** All text of an element as one, and what came before it as a block of its own. */
  final RichText textOf(Element element) {
    flush();
    if (within >= MAX_WITHIN) {
      return RichText.of(element.text().strip());
    }
    BlockWriter inner = new BlockWriter();
    within(inner).all(element);
    return HtmlTables.joined(inner.blocks());
  }

  private void list(Element list, boolean numbered) {
    close();
    int levels = styles.level(list);
    nest(levels);
    int number = styles.list(list).orElseGet(out::newList);
    for (Node child : list.childNodes()) {
      if (child instanceof Element element && element.normalName().equals("li")) {
        line = lineOf(element, line);
        entry(element, number, numbered);
      } else {
        node(child);
        flush();
      }
    }
    nest(-levels);
  }

  private void entry(Element element, int list, boolean numbered) {
    close();
    nest(1);
    begin(list, numbered, HtmlStyles.ticked(element), line);
    children(element);
    end();
    nest(-1);
  }

  private void table(Element table) {
    close();
    if (tables.isLayout(table)) {
      children(table);
      flush();
    } else {
      tables.read(table, this);
    }
  }

  /** What is in the element is not the author's own commitment. */
  final void quoted(Element element) {
    flush();
    boolean outer = quote(true);
    children(element);
    flush();
    quote(outer);
  }

  private void image(Element element) {
    begin();
    int start = run.length();
    run.appendWords(element.attr("alt"));
    run.mark(Mark.Kind.IMAGE, start, element.attr("src"));
    children(element);
  }

  private void input(Element element) {
    if (element.attr("type").toLowerCase(Locale.ROOT).equals("checkbox")) {
      tick(element.hasAttr("checked"));
    }
    children(element);
  }

  private void link(Element element) {
    String target = HtmlStyles.target(element.attr("href"));
    if (target.startsWith("#cmnt")) {
      return;
    }
    if (target.isEmpty()) {
      children(element);
    } else {
      inline(element, Mark.Kind.LINK, target);
    }
  }

  private void marked(Element element, Mark.Kind kind) {
    if (kind == Mark.Kind.BOLD && HtmlStyles.isNormal(element)) {
      children(element);
    } else {
      inline(element, kind, "");
    }
  }

  /** Text that stands out. */
  final void inline(Element element, Mark.Kind kind, String target) {
    begin();
    int before = flushes();
    int start = run.length();
    children(element);
    mark(kind, start, before, target);
  }

  /** A day, as a day; any other time by its words. */
  private void time(Element element) {
    begin();
    String day = element.attr("datetime").strip();
    if (HtmlStyles.isDay(day) || !element.hasText()) {
      run.append(day);
    } else {
      String words = element.text().strip();
      run.append(words.startsWith("@") ? words.substring(1) : words);
    }
  }

  private void term(Element element) {
    term = textOf(element);
  }

  private void definition(Element element) {
    RichText name = term;
    term = RichText.EMPTY;
    if (element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()))) {
      close();
      if (!name.isBlank()) {
        out.label(name, place());
      }
      children(element);
      flush();
    } else {
      RichText text = textOf(element);
      close();
      if (name.isBlank()) {
        out.paragraph(text, place());
      } else {
        out.definition(name, text, place());
      }
    }
  }

  /** The line on which a node begins; the given one where the parser made the node up. */
  static int lineOf(Node node, int otherwise) {
    return node.sourceRange().isTracked()
        ? Math.max(1, node.sourceRange().start().lineNumber())
        : otherwise;
  }
}
