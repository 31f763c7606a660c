package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What indentation says in reStructuredText: which lists and directives are around a line. */
abstract class RstNesting extends LineBlocks {
  static final Pattern FIELD = Pattern.compile("^:([^:\\s`][^:`]{0,60}):(?:\\s+(.*))?$");
  static final Pattern NUMBER =
      Pattern.compile("^(\\(?(?:\\d{1,4}|#|[a-zA-Z]|[ivxIVX]{1,5})[.)])(\\s+)(\\S.*)$");
  static final Pattern BULLET = Pattern.compile("^([*+\u2022\u2023\u2043-])(\\s+)(\\S.*)$");

  /** What is around the line, from the outermost to the innermost. */
  final List<Around> around = new ArrayList<>();

  /** How deep the running text stands. */
  int wordsIndent;

  /** How many lines the running text has; 0 where a new one begins, -1 after a field. */
  int wordsLines;

  /** Whether a blank line stands above. */
  boolean gap = true;

  /** Whether anything but the title and its fields has been read. */
  boolean started;

  /** What is around a line: an entry of a list, or the body of a directive. */
  record Around(int marker, int indent, boolean isEntry, boolean quotes) {}

  RstNesting(List<String> lines) {
    super(lines);
  }

  @Override
  void blank() {
    gap = true;
  }

  static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  /** Leaves what the line no longer stands in. */
  final void leave(int indent, String words) {
    while (!around.isEmpty()) {
      Around last = around.get(around.size() - 1);
      if (indent >= last.indent()) {
        return;
      }
      boolean sibling = last.isEntry() && indent == last.marker();
      if (sibling && (BULLET.matcher(words).find() || NUMBER.matcher(words).find())) {
        return;
      }
      flush();
      wordsLines = 0;
      around.remove(around.size() - 1);
      if (last.isEntry()) {
        lists.closeTo(lists.depth() - 1);
      }
      quoted = around.stream().anyMatch(Around::quotes);
    }
  }

  final boolean isBesideEntry(int indent) {
    return !around.isEmpty()
        && around.get(around.size() - 1).isEntry()
        && around.get(around.size() - 1).marker() == indent;
  }

  /** A letter with a full stop begins a list only beside another, or where a number would. */
  final boolean isList(int indent, String marker) {
    return marker.length() > 2
        || !Character.isLetter(marker.charAt(0))
        || isBesideEntry(indent)
        || marker.startsWith("a")
        || marker.startsWith("A")
        || marker.startsWith("i");
  }

  final void begin(int indent, int text, boolean numbered, String words) {
    flush();
    boolean sibling = isBesideEntry(indent);
    if (sibling) {
      around.remove(around.size() - 1);
    }
    int depth = sibling ? lists.depth() : lists.depth() + 1;
    OpenLists.Level level = lists.at(depth, numbered);
    while (lists.depth() > countEntries() + 1) {
      lists.closeTo(lists.depth() - 1);
    }
    around.add(new Around(indent, text, true, false));
    entry(level, Optional.empty(), words);
    wordsIndent = text;
    wordsLines = 1;
    started = true;
  }

  final int countEntries() {
    return (int) around.stream().filter(Around::isEntry).count();
  }

  final boolean isEntryText() {
    return !around.isEmpty() && around.get(around.size() - 1).indent() == wordsIndent && isEntry();
  }

  final boolean isEndOfParagraph() {
    return next >= lines.size() || lines.get(next).isBlank();
  }

  final int base() {
    return around.isEmpty() ? 0 : around.get(around.size() - 1).indent();
  }

  final void options(int indent) {
    while (next < lines.size()
        && indent(lines.get(next)) > indent
        && FIELD.matcher(lines.get(next).strip()).find()) {
      next++;
    }
  }

  /** The lines that stand deeper, which are passed over. */
  final List<String> skip(int indent) {
    int start = next;
    int end = next;
    while (next < lines.size()
        && (lines.get(next).isBlank() || indent(lines.get(next).replace("\t", "  ")) > indent)) {
      next++;
      end = lines.get(next - 1).isBlank() ? end : next;
    }
    gap = true;
    wordsLines = 0;
    return lines.subList(start, end);
  }

  final void literal(int indent) {
    flush();
    int start = next;
    List<String> body = skip(indent);
    if (!body.isEmpty()) {
      out.code(String.join("\n", body), from(Math.min(start + 1, next)));
    }
  }
}
