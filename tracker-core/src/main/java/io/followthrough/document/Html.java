package io.followthrough.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * HTML as people export it from wikis and editors. What its {@code meta} elements say counts as
 * front matter. Scripts, styles, navigation and forms are not read.
 */
final class Html {
  /** What is nested deeper is taken as if it stood at this depth. */
  static final int MAX_DEPTH = 256;

  private Html() {}

  static ParsedDocument parse(String text) {
    String source = String.join("\n", SourceText.lines(text));
    Document document =
        Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH).parseInput(source, "");
    BlockWriter out = new BlockWriter();
    HtmlStyles styles = new HtmlStyles(out::newList);
    styles.learn(document);
    new HtmlBlocks(out, styles, HtmlTables.of(document.body())).all(document.body());
    return new ParsedDocument(facts(document), out.blocks(), List.of(), List.of());
  }

  private static Map<String, List<String>> facts(Document document) {
    Map<String, List<String>> facts = new LinkedHashMap<>();
    for (Element meta : document.select("meta[name][content]")) {
      facts.putIfAbsent(meta.attr("name").strip(), List.of(meta.attr("content").strip()));
    }
    String title = document.title().strip();
    if (!title.isEmpty()) {
      facts.putIfAbsent("title", List.of(title));
    }
    return facts;
  }
}
