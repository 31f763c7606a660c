package io.followthrough.document;

import java.util.Locale;

/** The words of a piece of HTML that stands in another format. */
final class HtmlFragments {
  private HtmlFragments() {}

  /** {@code br} for {@code <br/>}, {@code /del} for {@code </del>}; empty for a comment. */
  static String tagName(String tag) {
    int end = 1;
    while (end < tag.length()
        && (isNameChar(tag.charAt(end)) || (end == 1 && tag.charAt(1) == '/'))) {
      end++;
    }
    return tag.isEmpty() ? "" : tag.substring(1, Math.max(1, end)).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** The text outside the tags, a summary of hidden details as bold text; no comments. */
  static RichText text(String html) {
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      if (c == '<') {
        boolean comment = html.startsWith("<!--", i);
        int end = html.indexOf(comment ? "-->" : ">", i);
        if (end < 0) {
          break;
        }
        i = end + (comment ? 3 : 1);
      } else {
        plain.append(c);
        i++;
      }
    }
    return RichText.of(plain.toString().strip());
  }
}
