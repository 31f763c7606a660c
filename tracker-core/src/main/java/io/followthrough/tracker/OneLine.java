package io.followthrough.tracker;

/**
 * Text of a document as one line of visible characters: what titles are made of, and what every
 * renderer begins with.
 */
public final class OneLine {
  private static final char REPLACEMENT = '\uFFFD';

  private OneLine() {}

  /**
   * The text in one line: every run of white space is one blank, control, bidirectional and
   * zero-width characters are gone, half a surrogate pair is a replacement character.
   */
  public static String of(String text) {
    return fold(text).strip();
  }

  /**
   * The text in one line of at most a number of UTF-16 units, an ellipsis at the end where it was
   * cut; never cut within a character.
   */
  public static String of(String text, int atMost) {
    String line = of(text);
    if (line.length() <= atMost) {
      return line;
    }
    int end = Math.max(0, atMost - 1);
    if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).stripTrailing() + "…";
  }

  /** Like {@link #of(String)}, but a blank at either end stays as one blank. */
  public static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    if (isBlank(point)) {
      if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
      return;
    }
    switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT -> {}
      case Character.SURROGATE -> out.append(REPLACEMENT);
      case Character.UNASSIGNED -> out.appendCodePoint(isNoCharacter(point) ? REPLACEMENT : point);
      default -> out.appendCodePoint(point);
    }
  }

  private static boolean isBlank(int point) {
    return switch (point) {
      // The next line of C1, and letters that no font draws.
      case 0x85, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> Character.isWhitespace(point) || Character.isSpaceChar(point);
    };
  }

  private static boolean isNoCharacter(int point) {
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
  }
}
