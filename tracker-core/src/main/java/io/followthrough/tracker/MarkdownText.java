package io.followthrough.tracker;

import java.util.Locale;

/**
 * Hostile words as Markdown that shows exactly these words.
 *
 * <p>Backslashes and entities undo the structure of Markdown. They do not undo mentions, references
 * and bare addresses, which GitHub looks for in the finished page; those are broken by a zero-width
 * space, as the text itself holds none.
 */
final class MarkdownText {
  /** Invisible, no blank and no punctuation to Markdown, and not a letter to GitHub. */
  static final char BREAK = '\u200B';

  private MarkdownText() {}

  /**
   * Appends words of one line.
   *
   * @param words folded by {@link OneLine}
   */
  static void append(StringBuilder line, String words) {
    int markerEnd = line.isEmpty() ? orderedMarkerEnd(words) : -1;
    boolean atStart = line.isEmpty();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      // A box at the start of a list item is a task to those who look after the escapes are gone.
      broken(line, atStart && i == 1 && words.charAt(0) == '[');
      if (i == markerEnd || (atStart && i == 0 && "-+=#|".indexOf(c) >= 0)) {
        line.append('\\');
      }
      appendOne(line, words, i);
    }
  }

  private static void appendOne(StringBuilder line, String words, int i) {
    char c = words.charAt(i);
    char next = i + 1 < words.length() ? words.charAt(i + 1) : 0;
    switch (c) {
      case '\\', '`', '*', '[', ']', '~', '$' -> line.append('\\').append(c);
      case '_' -> line.append(isWithinWord(words, i) ? "_" : "\\_");
      case '<' -> line.append("&lt;");
      case '>' -> line.append("&gt;");
      case '&' -> line.append(next == 0 || next == '#' || isWord(next) ? "&amp;" : "&");
      case '@', '#' -> broken(line.append(c), next != ' ');
      case ':' -> broken(line.append(c), next == '/' || endsWith(words, i, "followthrough"));
      case '.' -> broken(line, endsWith(words, i, "www")).append(c);
      case '-' -> broken(line.append(c), endsWith(words, i, "gh") && (next == 0 || isWord(next)));
      default -> line.append(c);
    }
  }

  private static StringBuilder broken(StringBuilder line, boolean needed) {
    return needed ? line.append(BREAK) : line;
  }

  /** Where the dot or bracket of a leading {@code 12.} or {@code 12)} is, else -1. */
  private static int orderedMarkerEnd(String words) {
    int i = 0;
    while (i < words.length() && words.charAt(i) >= '0' && words.charAt(i) <= '9') {
      i++;
    }
    return i > 0 && i < words.length() && ".)".indexOf(words.charAt(i)) >= 0 ? i : -1;
  }

  private static boolean isWithinWord(String words, int i) {
    return i > 0
        && i + 1 < words.length()
        && isWord(words.charAt(i - 1))
        && isWord(words.charAt(i + 1));
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean endsWith(String words, int end, String ending) {
    return end >= ending.length()
        && words.substring(end - ending.length(), end).toLowerCase(Locale.ROOT).equals(ending);
  }
}
