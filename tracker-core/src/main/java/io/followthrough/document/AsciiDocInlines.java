package io.followthrough.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inlines of AsciiDoc. */
final class AsciiDocInlines extends InlineScanner {
  private static final Set<String> SCHEMES =
      Set.of("http", "https", "mailto", "ftp", "link", "xref");
  private static final Set<String> UNREAD =
      Set.of("image", "icon", "footnote", "indexterm", "anchor");
  private static final Set<String> KEYS = Set.of("kbd", "btn", "menu", "pass", "stem");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?<!\\\\)\\{([\\w-]{1,60})\\}");
  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_LINK = 3_000;
  private static final String STRUCK = "[.line-through]#";

  AsciiDocInlines(String text, Map<String, List<String>> attributes) {
    super(substituted(text, attributes), true);
  }

  private static String substituted(String text, Map<String, List<String>> attributes) {
    if (text.indexOf('{') < 0 || attributes.isEmpty()) {
      return text;
    }
    Matcher name = ATTRIBUTE.matcher(text);
    return name.replaceAll(
        found -> {
          String value = String.join(", ", attributes.getOrDefault(found.group(1), List.of()));
          boolean known = !value.isEmpty() && value.length() <= LONGEST_VALUE;
          return Matcher.quoteReplacement(known ? value : found.group());
        });
  }

  @Override
  boolean isMarkup(char c) {
    return switch (c) {
      case '\\' -> escape();
      case '*' -> opensAnywhere("**", Mark.Kind.BOLD) || opens("*", Mark.Kind.BOLD);
      case '_' -> opensAnywhere("__", Mark.Kind.ITALIC) || opens("_", Mark.Kind.ITALIC);
      case '`' -> literal("``", "``") || literal("`", "`");
      case '#' -> opens("#", Mark.Kind.ITALIC);
      case '[' -> struck();
      case '+' -> lineBreak();
      case '<' -> reference();
      case ':' -> macro();
      default -> false;
    };
  }

  private boolean escape() {
    boolean sign =
        position + 1 < text.length() && "*_`#{<[\\".indexOf(text.charAt(position + 1)) >= 0;
    if (sign) {
      out.append(text.charAt(position + 1));
      position += 2;
    }
    return sign;
  }

  private boolean struck() {
    if (!text.startsWith(STRUCK, position)) {
      return false;
    }
    int end = next("#", position + STRUCK.length());
    if (end < 0 || !fits(end + 1)) {
      return false;
    }
    int start = out.length();
    out.append(text.substring(position + STRUCK.length(), end));
    out.mark(Mark.Kind.STRUCK, start, "");
    position = end + 1;
    return true;
  }

  private boolean lineBreak() {
    boolean ends =
        position > 0
            && text.charAt(position - 1) == ' '
            && (position + 1 == text.length() || text.charAt(position + 1) == '\n');
    if (ends) {
      out.append('\u2028');
      position = Math.min(text.length(), position + 2);
    }
    return ends;
  }

  private boolean reference() {
    int end = text.startsWith("<<", position) ? next(">>", position) : -1;
    if (end < 0 || end - position > 300 || !fits(end + 2)) {
      return false;
    }
    String inner = text.substring(position + 2, end);
    out.append(inner.substring(inner.indexOf(',') + 1).strip());
    position = end + 2;
    return true;
  }

  /** {@code name:target[words]}: the name has been written already when its colon is read. */
  private boolean macro() {
    int start = position;
    while (start > 0 && position - start < 12 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String name = text.substring(start, position);
    boolean known = SCHEMES.contains(name) || UNREAD.contains(name) || KEYS.contains(name);
    int open = known ? next("[", position) : -1;
    int close = open < 0 ? -1 : next("]", open);
    if (close < 0 || close - position > LONGEST_LINK || !fits(close + 1)) {
      return false;
    }
    String target = text.substring(position + 1, open);
    if (target.chars().anyMatch(Character::isWhitespace) || out.length() < name.length()) {
      return false;
    }
    out.drop(name.length());
    if (UNREAD.contains(name)) {
      position = close + 1;
      return true;
    }
    String words = text.substring(open + 1, close);
    if (KEYS.contains(name)) {
      out.append(words);
      position = close + 1;
      return true;
    }
    String address = name.equals("link") || name.equals("xref") ? target : name + ":" + target;
    int comma = words.indexOf(',');
    String shown = words.startsWith("\"") || comma < 0 ? words : words.substring(0, comma);
    return link(shown.isBlank() ? address : shown.replace("\"", ""), address, close + 1);
  }
}
