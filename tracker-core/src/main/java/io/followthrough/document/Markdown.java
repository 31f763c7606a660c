package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown as GitHub reads it: tables, task lists, strikethrough, front matter.
 *
 * <p>Nesting is bounded (100 levels of blocks, 100 of inlines; what is deeper is text), and so are
 * the cells of tables: a document with more is read with its tables as text.
 */
final class Markdown {
  private static final int MAX_NESTING = 100;
  private static final int MAX_CELLS = 1_000_000;
  private static final Parser WITH_TABLES =
      parser(List.of(strikethrough(), new TablesExtension.Builder().maxCells(MAX_CELLS).build()));
  private static final Parser WITHOUT_TABLES = parser(List.of(strikethrough()));

  private Markdown() {}

  static ParsedDocument parse(String text) {
    List<String> source = SourceText.lines(text);
    FrontMatter front = FrontMatter.of(source);
    List<DocumentProblem> problems = new ArrayList<>();
    front.problem().ifPresent(problems::add);
    String body =
        "\n".repeat(front.lines())
            + String.join("\n", source.subList(front.lines(), source.size()));
    Node root;
    try {
      root = WITH_TABLES.parse(body);
    } catch (IllegalArgumentException e) {
      problems.add(new DocumentProblem(1, "the tables are too large to be read"));
      root = WITHOUT_TABLES.parse(body);
    }
    List<Block> blocks = MarkdownBlocks.of(root);
    return new ParsedDocument(front.values(), blocks, problems, source);
  }

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .inlineParserFactory(BoundedInlines::new)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING)
        .build();
  }

  private static Extension strikethrough() {
    return StrikethroughExtension.create();
  }
}
