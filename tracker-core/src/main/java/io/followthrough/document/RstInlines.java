package io.followthrough.document;

import java.util.Set;

/** The inlines of reStructuredText. */
final class RstInlines extends InlineScanner {
  private static final int LONGEST_LINK = 3_000;
  private static final int LONGEST_NAME = 200;
  private static final Set<String> STRUCK = Set.of("del", "strike", "s", "strikethrough");
  private static final Set<String> BOLD = Set.of("strong", "guilabel", "bold");
  private static final Set<String> CODE =
      Set.of("code", "command", "file", "samp", "literal", "kbd", "program", "option", "envvar");

  private final RstLinks links;

  RstInlines(String text, RstLinks links) {
    super(text, true);
    this.links = links;
  }

  @Override
  boolean isMarkup(char c) {
    return switch (c) {
      case '\\' -> escape();
      case '*' -> opens("**", Mark.Kind.BOLD) || opens("*", Mark.Kind.ITALIC);
      case '`' -> literal("``", "``") || quoted("", position);
      case ':' -> role();
      case '|' -> substitution();
      case '_' -> reference();
      default -> false;
    };
  }

  private boolean escape() {
    if (position + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(position + 1);
    if (!Character.isWhitespace(c)) {
      out.append(c);
    }
    position += 2;
    return true;
  }

  private boolean role() {
    int end = position + 1;
    while (end < text.length()
        && end - position < 30
        && (Character.isLetterOrDigit(text.charAt(end)) || "-_+:".indexOf(text.charAt(end)) >= 0)
        && !text.startsWith(":`", end)) {
      end++;
    }
    return end > position + 1
        && text.startsWith(":`", end)
        && quoted(text.substring(position + 1, end), end + 1);
  }

  /** Words between backticks, with what they refer to. */
  private boolean quoted(String role, int from) {
    int end = next("`", from + 1);
    if (end <= from + 1 || end - from > LONGEST_LINK || text.startsWith("``", from)) {
      return false;
    }
    String inner = text.substring(from + 1, end);
    int after = end + 1;
    while (after < text.length() && after < end + 3 && text.charAt(after) == '_') {
      after++;
    }
    int angle = inner.endsWith(">") ? inner.lastIndexOf('<') : -1;
    String shown = angle > 0 ? inner.substring(0, angle).strip() : inner;
    String target = angle > 0 ? inner.substring(angle + 1, inner.length() - 1) : "";
    if (target.endsWith("_") && !target.contains("/")) {
      target = links.target(target.substring(0, target.length() - 1));
    }
    if (after > end + 1 && angle <= 0) {
      target = links.target(inner);
    }
    return words(role, shown, target, after);
  }

  private boolean words(String role, String shown, String target, int end) {
    if (!fits(end)) {
      return false;
    }
    String words = shown.replace('\n', ' ');
    if (!target.isEmpty() && role.isEmpty()) {
      return link(words, target, end);
    }
    int start = out.length();
    out.append(words.startsWith("~") || words.startsWith("!") ? words.substring(1) : words);
    if (STRUCK.contains(role)) {
      out.mark(Mark.Kind.STRUCK, start, "");
    } else if (BOLD.contains(role)) {
      out.mark(Mark.Kind.BOLD, start, "");
    } else if (CODE.contains(role)) {
      out.mark(Mark.Kind.CODE, start, "");
    }
    position = end;
    return true;
  }

  private boolean substitution() {
    int end = next("|", position + 1);
    if (end < 0 || end - position > LONGEST_NAME || !fits(end + 1)) {
      return false;
    }
    String words = links.words().getOrDefault(text.substring(position + 1, end), "");
    if (words.isEmpty()) {
      return false;
    }
    out.append(words);
    position = end + 1;
    return true;
  }

  /** A word with a low line after it refers to a target, if there is one. */
  private boolean reference() {
    int start = position;
    while (start > 0 && position - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
      start--;
    }
    boolean ends = position + 1 >= text.length() || !isName(text.charAt(position + 1));
    String name = text.substring(start, position);
    String target = ends && !name.isEmpty() ? links.target(name) : "";
    if (target.isEmpty() || out.length() < name.length()) {
      return false;
    }
    out.drop(name.length());
    return link(name, target, position + (text.startsWith("__", position) ? 2 : 1));
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
  }
}
