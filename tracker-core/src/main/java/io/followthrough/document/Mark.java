package io.followthrough.document;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of a text that stands out: bold, struck through, code, a link.
 *
 * @param start the first character, counted from 0
 * @param end the character after the last one
 * @param target the address of a link or image, empty for all other kinds
 */
public record Mark(Kind kind, int start, int end, String target) {
  public Mark {
    requireNonNull(kind, "kind is null");
    requireNonNull(target, "target is null");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a stretch: " + start + ".." + end);
    }
  }

  /** The same mark further on in a longer text. */
  Mark shifted(int by) {
    return new Mark(kind, start + by, end + by, target);
  }

  /** What makes the stretch stand out. */
  public enum Kind {
    BOLD,
    ITALIC,
    STRUCK,
    CODE,
    LINK,
    IMAGE
  }
}
