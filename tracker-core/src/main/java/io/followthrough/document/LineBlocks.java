package io.followthrough.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks a format that is read line by line into blocks. */
abstract class LineBlocks {
  final BlockWriter out = new BlockWriter();
  final OpenLists lists = new OpenLists(out::newList);
  final List<String> lines;

  /** The line that is read next, counted from 0. */
  int next;

  /** Whether what is read stands in a quotation. */
  boolean quoted;

  private final StringBuilder words = new StringBuilder();
  private int wordsLine;
  private int wordsEnd;
  private boolean gap;
  private OpenLists.@Nullable Level entry;
  private Optional<Boolean> checked = Optional.empty();

  LineBlocks(List<String> lines) {
    this.lines = lines;
  }

  /** Reads a line that is not blank; the formats move {@link #next} on for what takes more. */
  abstract void line(String line);

  /** Text without its markup. */
  abstract RichText inline(String text);

  /** What stands before the text. */
  Map<String, List<String>> facts() {
    return Map.of();
  }

  final ParsedDocument read() {
    while (next < lines.size()) {
      String line = lines.get(next);
      next++;
      if (line.isBlank()) {
        flush();
        gap = true;
        blank();
      } else {
        line(line);
      }
    }
    flush();
    return new ParsedDocument(facts(), out.blocks(), List.of(), lines);
  }

  /** A blank line has been read. */
  void blank() {}

  /** A line of running text, which goes on with what stands before it. */
  final void text(String line) {
    if (gap && words.isEmpty()) {
      lists.close();
    }
    add(line);
  }

  /** Text below an entry after a blank line, which still belongs to it. */
  final void attached(String line) {
    add(line);
  }

  private void add(String line) {
    gap = false;
    if (words.isEmpty()) {
      wordsLine = next;
    } else {
      words.append('\n');
    }
    words.append(line.strip());
    wordsEnd = next;
  }

  /** Takes back the running text: it is no block of its own. */
  final String take() {
    String taken = words.toString();
    words.setLength(0);
    return taken;
  }

  /** Whether the running text is an entry of a list. */
  final boolean isEntry() {
    return entry != null;
  }

  /** An entry of a list begins. */
  final void entry(OpenLists.Level level, Optional<Boolean> ticked, String text) {
    flush();
    entry = level;
    checked = ticked;
    words.append(text.strip());
    wordsLine = next;
    wordsEnd = next;
    gap = false;
  }

  final void heading(int level, String text) {
    close();
    out.heading(level, inline(text), here());
  }

  /** Ends the running text and all lists. */
  final void close() {
    flush();
    lists.close();
    gap = false;
  }

  /** A block of another sort begins; after a blank line it stands outside of all lists. */
  final void apart() {
    flush();
    if (gap) {
      lists.close();
    }
    gap = false;
  }

  /** Ends the running text: it is a block. */
  final void flush() {
    if (words.isEmpty() && entry == null) {
      return;
    }
    RichText text = inline(words.toString()).strip();
    Place place = new Place(wordsLine, wordsEnd, lists.depth(), quoted);
    words.setLength(0);
    if (entry == null) {
      out.paragraph(text, place);
    } else {
      out.entry(text, checked, entry.number(), entry.numbered(), place);
      entry = null;
    }
  }

  /** The line that has just been read. */
  final Place here() {
    return from(next);
  }

  /** From a line, counted from 1, to the one that has just been read. */
  final Place from(int line) {
    return new Place(line, Math.max(line, next), lists.depth(), quoted);
  }
}
