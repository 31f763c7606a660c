package io.followthrough.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a block without its markup, and what the markup said.
 *
 * <p>A line end of the document is {@code \n}; a break that the author asked for within one line of
 * the document ({@code <br>}) is U+2028.
 */
public record RichText(String plain, List<Mark> marks) {
  /** Text without a character. */
  public static final RichText EMPTY = new RichText("", List.of());

  public RichText {
    requireNonNull(plain, "plain is null");
    marks = List.copyOf(marks);
  }

  /** Text without any markup. */
  public static RichText of(String plain) {
    return plain.isEmpty() ? EMPTY : new RichText(plain, List.of());
  }

  public boolean isBlank() {
    return plain.isBlank();
  }

  /** The marks of one kind, in the order of the text. */
  public List<Mark> marks(Mark.Kind kind) {
    if (marks.isEmpty()) {
      return List.of();
    }
    List<Mark> of = new ArrayList<>(marks.size());
    for (Mark mark : marks) {
      if (mark.kind() == kind) {
        of.add(mark);
      }
    }
    return of;
  }

  /** The part from start to end, with the marks that reach into it. */
  public RichText slice(int start, int end) {
    if (start == 0 && end == plain.length()) {
      return this;
    }
    if (marks.isEmpty()) {
      return of(plain.substring(start, end));
    }
    List<Mark> kept = new ArrayList<>();
    for (Mark mark : marks) {
      int from = Math.max(mark.start(), start);
      int to = Math.min(mark.end(), end);
      if (from < to) {
        kept.add(new Mark(mark.kind(), from - start, to - start, mark.target()));
      }
    }
    return new RichText(plain.substring(start, end), kept);
  }

  /** This text with the stretch from start to end taken out. */
  public RichText without(int start, int end) {
    return slice(0, start).append(slice(end, plain.length()));
  }

  /** This text followed by another. */
  public RichText append(RichText other) {
    if (other.plain.isEmpty()) {
      return this;
    }
    if (plain.isEmpty()) {
      return other;
    }
    List<Mark> all = new ArrayList<>(marks);
    int shift = plain.length();
    for (Mark mark : other.marks) {
      all.add(mark.shifted(shift));
    }
    return new RichText(plain + other.plain, all);
  }

  /** This text without white space at its ends. */
  public RichText strip() {
    int start = 0;
    int end = plain.length();
    while (start < end && isSpace(plain.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(plain.charAt(end - 1))) {
      end--;
    }
    return slice(start, end);
  }

  /** Each line of the text with its marks; empty ones too. */
  public List<RichText> lines() {
    if (plain.indexOf('\n') < 0 && plain.indexOf('\u2028') < 0) {
      return List.of(this);
    }
    List<int[]> bounds = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '\n' || c == '\u2028') {
        bounds.add(new int[] {start, i});
        start = i + 1;
      }
    }
    bounds.add(new int[] {start, plain.length()});
    return pieces(bounds);
  }

  /**
   * The parts between the given bounds, each a start and an end, in the order of the text and
   * without overlaps. Takes no longer for many parts with many marks than for few.
   */
  public List<RichText> pieces(List<int[]> bounds) {
    if (marks.isEmpty() || bounds.size() == 1) {
      return bounds.stream().map(each -> slice(each[0], each[1])).toList();
    }
    List<List<Mark>> kept = new ArrayList<>();
    bounds.forEach(each -> kept.add(new ArrayList<>()));
    for (Mark mark : marks) {
      for (int i = firstEndingAfter(bounds, mark.start());
          i < bounds.size() && bounds.get(i)[0] < mark.end();
          i++) {
        int start = bounds.get(i)[0];
        int from = Math.max(mark.start(), start) - start;
        int to = Math.min(mark.end(), bounds.get(i)[1]) - start;
        if (from < to) {
          kept.get(i).add(new Mark(mark.kind(), from, to, mark.target()));
        }
      }
    }
    List<RichText> pieces = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      pieces.add(new RichText(plain.substring(bounds.get(i)[0], bounds.get(i)[1]), kept.get(i)));
    }
    return pieces;
  }

  private static int firstEndingAfter(List<int[]> bounds, int position) {
    int low = 0;
    int high = bounds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bounds.get(middle)[1] <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether every letter and digit of the text carries the kind of mark. */
  public boolean isWholly(Mark.Kind kind) {
    if (marks.isEmpty()) {
      return false;
    }
    boolean any = false;
    int position = 0;
    List<Mark> of = marks(kind);
    for (Mark mark : of) {
      if (hasWord(position, mark.start())) {
        return false;
      }
      any |= hasWord(mark.start(), mark.end());
      position = Math.max(position, mark.end());
    }
    return any && !hasWord(position, plain.length());
  }

  private boolean hasWord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(plain.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff' || c == '\u200b';
  }
}
