package io.followthrough.connector.jira;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hostile words as wiki markup that shows exactly these words. A sign that could mean something is
 * written as a numeric entity, since a backslash cannot escape itself: two of them break the line.
 */
final class WikiText {
  private static final Pattern EMOTICON =
      Pattern.compile("\\((?:[yni/x!+?*-]|on|off|\\*[rgby]|flag|flagoff)\\)");
  private static final Pattern BEGINNING = Pattern.compile("(?:bq|h[1-6])\\.");

  private WikiText() {}

  /**
   * Appends words of one line.
   *
   * @param words folded to one line
   */
  static void append(StringBuilder line, String words) {
    Matcher emoticon = EMOTICON.matcher(words);
    Matcher beginning = BEGINNING.matcher(words);
    int dot = line.isEmpty() && beginning.lookingAt() ? beginning.end() - 1 : -1;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean first = line.isEmpty();
      boolean means =
          i == dot
              || (c == '(' && emoticon.region(i, words.length()).lookingAt())
              || means(words, i, first);
      if (means) {
        line.append("&#").append((int) c).append(';');
      } else {
        line.append(c);
      }
    }
  }

  private static boolean means(String words, int i, boolean first) {
    char next = i + 1 < words.length() ? words.charAt(i + 1) : ' ';
    char before = i > 0 ? words.charAt(i - 1) : ' ';
    return switch (words.charAt(i)) {
      case '\\', '{', '}', '[', ']', '|', '*', '+', '^', '~', '@' -> true;
      case '_', '-' -> !isWord(before) || !isWord(next);
      case '!' -> next != ' ';
      case '?' -> next == '?' || before == '?';
      case '&' -> next == '#' || isWord(next);
      case '#' -> first;
      case ':' -> next == '/' || ")(PDp-".indexOf(next) >= 0 || endsWith(words, i, "followthrough");
      case ';' -> next == ')';
      case '.' -> endsWith(words, i, "www");
      default -> false;
    };
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static boolean endsWith(String words, int end, String ending) {
    return end >= ending.length()
        && words.regionMatches(true, end - ending.length(), ending, 0, ending.length());
  }
}
