package io.followthrough.document;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Confluence's storage format, as its REST interface hands it out: a fragment of XHTML with {@code
 * ac:} and {@code ri:} elements. Its title is no part of it: whoever hands it in puts it before the
 * body as an {@code h1}. Entities are characters; none is ever expanded, none is fetched.
 *
 * <p>A person is named there by an id alone. It is read as {@code @ID} with a link to {@code
 * user:ID}, where the id is the account id, user key or user name; with the words of the link where
 * it has some. So an id that stands in the people directory is found there, and a source that knows
 * the name writes it into the link's body.
 */
final class Confluence {
  private Confluence() {}

  static ParsedDocument parse(String text) {
    String source = String.join("\n", SourceText.lines(text));
    Document document =
        Parser.xmlParser()
            .setTrackPosition(true)
            .setMaxDepth(Html.MAX_DEPTH)
            .parseInput(source, "");
    BlockWriter out = new BlockWriter();
    HtmlStyles styles = new HtmlStyles(out::newList);
    new ConfluenceBlocks(out, styles, HtmlTables.of(document)).all(document);
    return new ParsedDocument(Map.of(), out.blocks(), List.of(), List.of());
  }
}
