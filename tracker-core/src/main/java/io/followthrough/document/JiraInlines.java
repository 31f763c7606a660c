package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The inlines of Jira's wiki markup. */
final class JiraInlines extends InlineScanner {
  private static final Set<String> MACROS =
      Set.of(
          "color",
          "panel",
          "quote",
          "info",
          "note",
          "tip",
          "warning",
          "expand",
          "anchor",
          "section",
          "column",
          "center",
          "align",
          "toc",
          "excerpt",
          "adf",
          "jira",
          "status",
          "code",
          "noformat",
          "div",
          "span");
  private static final int LONGEST_TAG = 300;
  private static final int LONGEST_LINK = 3_000;
  private static final String ESCAPED = "*_-+^~{}[]|!\\?#(";

  JiraInlines(String text) {
    super(text, false);
  }

  static boolean isMacro(String name) {
    return MACROS.contains(name);
  }

  /** The cells of a row. Bars within links, images and macros part nothing. */
  static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    int start = 1;
    char closes = 0;
    int opened = 0;
    for (int i = 1; i < row.length(); i++) {
      char c = row.charAt(i);
      if (closes != 0 && i - opened > LONGEST_TAG) {
        closes = 0;
        i = opened;
      } else if (closes != 0) {
        closes = c == closes ? 0 : closes;
      } else if (c == '\\') {
        i++;
      } else if (c == '[' || c == '{') {
        closes = closes(row, i, c == '[' ? ']' : '}');
        opened = i;
      } else if (c == '|') {
        if (i > start || start > 1 || row.charAt(i - 1) != '|') {
          cells.add(row.substring(start, i));
        }
        i += i + 1 < row.length() && row.charAt(i + 1) == '|' ? 1 : 0;
        start = i + 1;
      }
    }
    if (start < row.length()) {
      cells.add(row.substring(start));
    }
    return cells;
  }

  private static char closes(String row, int from, char sign) {
    int limit = Math.min(row.length(), from + LONGEST_TAG);
    for (int i = from; i < limit; i++) {
      if (row.charAt(i) == sign) {
        return sign;
      }
    }
    return 0;
  }

  @Override
  boolean isMarkup(char c) {
    return switch (c) {
      case '\\' -> escape();
      case '*' -> opens("*", Mark.Kind.BOLD);
      case '_' -> opens("_", Mark.Kind.ITALIC);
      case '+' -> opens("+", Mark.Kind.ITALIC);
      case '-' -> opens("-", Mark.Kind.STRUCK);
      case '{' -> brace();
      case '[' -> bracket();
      case '!' -> image();
      case '(' -> sign("(/)", "\u2705") || sign("(x)", "\u274c");
      default -> false;
    };
  }

  private boolean escape() {
    if (position + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(position + 1);
    if (ESCAPED.indexOf(c) < 0) {
      return false;
    }
    out.append(c == '\\' ? '\u2028' : c);
    position += 2;
    return true;
  }

  private boolean sign(String written, String meant) {
    if (!text.startsWith(written, position)) {
      return false;
    }
    out.append(meant);
    position += written.length();
    return true;
  }

  private boolean brace() {
    if (literal("{{", "}}")
        || opensAnywhere("{*}", Mark.Kind.BOLD)
        || opensAnywhere("{_}", Mark.Kind.ITALIC)
        || opensAnywhere("{+}", Mark.Kind.ITALIC)
        || opensAnywhere("{-}", Mark.Kind.STRUCK)) {
      return true;
    }
    int end = next("}", position);
    if (end < 0 || end - position > LONGEST_TAG || !fits(end + 1)) {
      return false;
    }
    String tag = text.substring(position + 1, end);
    int colon = tag.indexOf(':');
    String name = colon < 0 ? tag : tag.substring(0, colon);
    if (!MACROS.contains(name)) {
      return false;
    }
    if (colon > 0 && name.equals("jira")) {
      out.append(parameter(tag.substring(colon + 1), "key="));
    } else if (colon > 0 && name.equals("status")) {
      out.append(parameter(tag.substring(colon + 1), "title="));
    }
    position = end + 1;
    return true;
  }

  private static String parameter(String all, String name) {
    for (String each : all.split("\\|", -1)) {
      if (each.startsWith(name)) {
        return each.substring(name.length());
      }
    }
    return all.indexOf('=') < 0 ? all : "";
  }

  private boolean bracket() {
    int end = next("]", position);
    if (end <= position + 1 || end - position > LONGEST_LINK) {
      return false;
    }
    String inner = text.substring(position + 1, end);
    if (inner.startsWith("~")) {
      String id = inner.substring(inner.startsWith("~accountid:") ? 11 : 1).strip();
      return !id.isEmpty() && link("@" + id, "user:" + id, end + 1);
    }
    int bar = inner.indexOf('|');
    if (bar > 0) {
      int second = inner.indexOf('|', bar + 1);
      String target = inner.substring(bar + 1, second < 0 ? inner.length() : second).strip();
      return link(inner.substring(0, bar), target, end + 1);
    }
    boolean address = inner.contains("://") || inner.startsWith("mailto:");
    return address && link(inner, inner, end + 1);
  }

  /** An image is no text. */
  private boolean image() {
    int end = next("!", position + 1);
    if (end < 0 || end - position > LONGEST_TAG || !fits(end + 1)) {
      return false;
    }
    String inner = text.substring(position + 1, end);
    int bar = inner.indexOf('|');
    String name = bar < 0 ? inner : inner.substring(0, bar);
    int dot = name.lastIndexOf('.');
    boolean file = dot > 0 && name.length() - dot <= 5 && name.indexOf(' ') < 0;
    if (!file || inner.indexOf('\n') >= 0) {
      return false;
    }
    position = end + 1;
    return true;
  }
}
