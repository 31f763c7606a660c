package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Reads the inlines of a very long paragraph piece by piece: where links stand among open emphasis,
 * commonmark's time grows with the square of the paragraph (measured: 20,000 lines, 19 s).
 */
final class BoundedInlines implements InlineParser {
  private static final int LONGEST = 20_000;

  private final InlineParser inlines;

  BoundedInlines(InlineParserContext context) {
    this.inlines = new InlineParserImpl(context);
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    long length = 0;
    for (SourceLine line : lines.getLines()) {
      length += line.getContent().length() + 1L;
    }
    if (length <= LONGEST) {
      inlines.parse(lines, block);
      return;
    }
    List<SourceLine> piece = new ArrayList<>();
    int held = 0;
    for (SourceLine line : lines.getLines()) {
      int start = 0;
      int end = line.getContent().length();
      while (held + end - start > LONGEST) {
        int cut = start + LONGEST - held;
        piece.add(line.substring(start, cut));
        inlines.parse(SourceLines.of(piece), block);
        piece.clear();
        held = 0;
        start = cut;
      }
      piece.add(line.substring(start, end));
      held += end - start + 1;
      if (held >= LONGEST) {
        inlines.parse(SourceLines.of(piece), block);
        block.appendChild(new SoftLineBreak());
        piece.clear();
        held = 0;
      }
    }
    inlines.parse(SourceLines.of(piece), block);
  }
}
