package io.followthrough.tracker;

import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Span.Dress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A row of a table in GitHub-flavoured Markdown, whose cells end at every bare bar. */
final class MarkdownRow {
  private static final Pattern BAR = Pattern.compile("\\|");

  private MarkdownRow() {}

  /** The row on one line; empty where no cell has words. */
  static String of(Line row, Function<String, Optional<String>> mentions) {
    StringBuilder out = new StringBuilder("|");
    boolean said = false;
    for (Span span : row.spans()) {
      String words = MarkdownProse.line(List.of(asCell(span)), mentions);
      // After a backslash a bar would end the cell all the same; as an entity it never does.
      out.append(' ').append(BAR.matcher(words).replaceAll("&#124;")).append(" |");
      said |= !words.isEmpty();
    }
    return said ? out.toString() : "";
  }

  /** What stands below the head of a table. */
  static String rule(Line head) {
    return "|" + " --- |".repeat(head.spans().size());
  }

  /** In code an entity is no sign, so a cell has none. */
  private static Span asCell(Span span) {
    return span.dress() == Dress.CODE && span.text().contains("|") ? Span.plain(span.text()) : span;
  }
}
