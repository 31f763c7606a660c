package io.followthrough.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of a document. Blocks come in the order of the document; nesting is in their place. */
public sealed interface Block {
  Place place();

  /** What it says. */
  RichText text();

  /** Its first line in the document, counted from 1. */
  default int line() {
    return place().line();
  }

  /** The heading of a section; level 1 is the outermost. */
  record Heading(int level, RichText text, Place place) implements Block {
    public Heading {
      requireNonNull(text, "text is null");
      requireNonNull(place, "place is null");
    }
  }

  /** Running text; inside a list item when its depth is above 0. */
  record Paragraph(RichText text, Place place) implements Block {
    public Paragraph {
      requireNonNull(text, "text is null");
      requireNonNull(place, "place is null");
    }
  }

  /** An entry of a list, ticked off or not. */
  sealed interface Entry extends Block {
    /** Which list of the document it belongs to; entries of one list share the number. */
    int list();

    /** Whether the list is a numbered one. */
    boolean numbered();

    /** Present for a checkbox. */
    Optional<Boolean> checked();
  }

  /** An entry of a list: its own words, without what is nested in it. */
  record ListItem(RichText text, int list, boolean numbered, Place place) implements Entry {
    public ListItem {
      requireNonNull(text, "text is null");
      requireNonNull(place, "place is null");
    }

    @Override
    public Optional<Boolean> checked() {
      return Optional.empty();
    }
  }

  /** An entry of a list with a checkbox. */
  record Task(RichText text, boolean ticked, int list, boolean numbered, Place place)
      implements Entry {
    public Task {
      requireNonNull(text, "text is null");
      requireNonNull(place, "place is null");
    }

    @Override
    public Optional<Boolean> checked() {
      return Optional.of(ticked);
    }
  }

  /**
   * A row of a table below its header.
   *
   * @param table which table of the document; rows of one table share the number
   */
  record TableRow(List<RichText> header, List<RichText> cells, int table, Place place)
      implements Block {
    public TableRow {
      header = List.copyOf(header);
      cells = List.copyOf(cells);
      requireNonNull(place, "place is null");
    }

    @Override
    public RichText text() {
      StringBuilder plain = new StringBuilder();
      List<Mark> marks = new ArrayList<>();
      boolean blank = true;
      for (RichText cell : cells) {
        if (blank) {
          plain.setLength(0);
          marks.clear();
        } else {
          plain.append(" | ");
        }
        int shift = plain.length();
        plain.append(cell.plain());
        cell.marks().forEach(mark -> marks.add(mark.shifted(shift)));
        blank = blank && cell.isBlank();
      }
      return new RichText(plain.toString(), marks);
    }
  }

  /** Code, a log, a command: never read for items. */
  record Code(RichText text, Place place) implements Block {
    public Code {
      requireNonNull(text, "text is null");
      requireNonNull(place, "place is null");
    }
  }
}
