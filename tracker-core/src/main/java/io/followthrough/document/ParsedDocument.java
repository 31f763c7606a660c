package io.followthrough.document;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document as blocks.
 *
 * @param frontMatter what stands before the text, as written; nested keys are joined by dots
 * @param problems what could not be read; the rest of the document is there all the same
 * @param source the lines of the document; empty where a line is no unit of the format
 */
public record ParsedDocument(
    Map<String, List<String>> frontMatter,
    List<Block> blocks,
    List<DocumentProblem> problems,
    List<String> source) {
  public ParsedDocument {
    frontMatter = Collections.unmodifiableMap(new LinkedHashMap<>(frontMatter));
    blocks = List.copyOf(blocks);
    problems = List.copyOf(problems);
    source = List.copyOf(source);
  }

  /** A block as it stands in the document, markup and all. */
  public String textOf(Block block) {
    requireNonNull(block, "block is null");
    if (source.isEmpty()) {
      return block.text().plain();
    }
    return String.join("\n", source.subList(block.line() - 1, block.place().endLine())).strip();
  }
}
