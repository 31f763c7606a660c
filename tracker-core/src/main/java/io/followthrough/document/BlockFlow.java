package io.followthrough.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Running text that becomes a block wherever the walk through a tree ends it. */
abstract class BlockFlow {
  /** The walk writes here. */
  final BlockWriter out;

  /** The running text that is not yet a block. */
  final TextBuilder run = new TextBuilder();

  /** The line on which the walk is. */
  int line = 1;

  private int depth;
  private boolean quoted;
  private int runLine = 1;
  private int flushes;
  private Optional<Boolean> box = Optional.empty();
  private int boxes;
  private int boxesEnd = -1;
  private @Nullable Entry pending;

  /** An entry of a list whose own text has not come yet. */
  private record Entry(int list, boolean numbered, Optional<Boolean> checked, int line) {}

  BlockFlow(BlockWriter out) {
    this.out = out;
  }

  /** From here on to {@link #end} stands an entry of a list. */
  final void begin(int list, boolean numbered, Optional<Boolean> checked, int at) {
    pending = new Entry(list, numbered, checked, at);
    box = Optional.empty();
  }

  /** Ends an entry, be it without a word. */
  final void end() {
    close();
    box = Optional.empty();
  }

  /** One level of lists more or less. */
  final void nest(int levels) {
    depth += levels;
  }

  /** A block of code, which is never read. */
  final void code(String text) {
    close();
    out.code(text, place());
  }

  /** Inline text begins that is no text of the document. */
  final void begin() {
    if (run.length() == 0) {
      runLine = line;
    }
  }

  /** How many blocks have ended; see {@link #mark}. */
  final int flushes() {
    return flushes;
  }

  /**
   * Text stands out. Where it reaches over several blocks, its last part does.
   *
   * @param start the length of the running text where it began
   * @param before {@link #flushes} where it began
   */
  final void mark(Mark.Kind kind, int start, int before, String target) {
    run.mark(kind, flushes == before ? start : 0, target);
  }

  /** The text at hand has a box. */
  final void tick(boolean ticked) {
    box = Optional.of(ticked);
  }

  /** Whether what follows is a quotation; returns what held before. */
  final boolean quote(boolean now) {
    boolean before = quoted;
    quoted = now;
    return before;
  }

  /** Ends the running text, and the entry that has none. */
  final void close() {
    flush();
    if (pending != null) {
      entry(pending, RichText.EMPTY);
    }
  }

  /** Ends the running text: it is a block. */
  final void flush() {
    flushes++;
    RichText text = run.take();
    if (text.isBlank()) {
      return;
    }
    line = Math.max(line, runLine);
    if (pending != null) {
      entry(pending, text);
    } else if (box.isPresent()) {
      boxes = boxesEnd == out.blocks().size() ? boxes : out.newList();
      out.entry(text, box, boxes, false, new Place(runLine, runLine, depth + 1, quoted));
      boxesEnd = out.blocks().size();
      box = Optional.empty();
    } else {
      out.paragraph(text, new Place(runLine, runLine, depth, quoted));
    }
  }

  private void entry(Entry entry, RichText text) {
    Place place = new Place(entry.line(), entry.line(), depth, quoted);
    out.entry(text, box.or(entry::checked), entry.list(), entry.numbered(), place);
    box = Optional.empty();
    pending = null;
  }

  /** Where the walk is. */
  final Place place() {
    return new Place(line, line, depth, quoted);
  }
}
