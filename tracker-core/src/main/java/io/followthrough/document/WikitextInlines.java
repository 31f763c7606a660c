package io.followthrough.document;

import java.util.Locale;
import java.util.Set;

/** The inlines of wikitext. */
final class WikitextInlines extends InlineScanner {
  private static final Set<String> UNREAD = Set.of("file", "image", "category", "media");
  private static final int LONGEST_LINK = 3_000;
  private static final int LONGEST_TAG = 500;

  WikitextInlines(String text) {
    super(text, false);
  }

  @Override
  boolean isMarkup(char c) {
    return switch (c) {
      case '\'' -> opensAnywhere("'''", Mark.Kind.BOLD) || opensAnywhere("''", Mark.Kind.ITALIC);
      case '[' -> page() || address();
      case '<' -> tag();
      case '_' -> word("__TOC__") || word("__NOTOC__");
      default -> false;
    };
  }

  private boolean word(String sign) {
    boolean here = text.startsWith(sign, position);
    position += here ? sign.length() : 0;
    return here;
  }

  private boolean page() {
    int end = text.startsWith("[[", position) ? next("]]", position) : -1;
    if (end < 0 || end - position > LONGEST_LINK || !fits(end + 2)) {
      return false;
    }
    String inner = text.substring(position + 2, end);
    int bar = inner.indexOf('|');
    String target = (bar < 0 ? inner : inner.substring(0, bar)).strip();
    int colon = target.indexOf(':');
    String space = colon < 0 ? "" : target.substring(0, colon).toLowerCase(Locale.ROOT);
    if (UNREAD.contains(space)) {
      position = end + 2;
      return true;
    }
    String shown = bar < 0 ? target : inner.substring(bar + 1);
    if (space.equals("user")) {
      String user = target.substring(colon + 1);
      return link(bar < 0 ? user : shown, "user:" + user, end + 2);
    }
    return link(shown.replace("'''", ""), target, end + 2);
  }

  private boolean address() {
    int end = next("]", position);
    if (end < 0 || end - position > LONGEST_LINK || !fits(end + 1)) {
      return false;
    }
    String inner = text.substring(position + 1, end);
    boolean address = inner.startsWith("http://") || inner.startsWith("https://");
    int blank = inner.indexOf(' ');
    if (!address) {
      return false;
    }
    String target = blank < 0 ? inner : inner.substring(0, blank);
    return link(blank < 0 ? inner : inner.substring(blank + 1).strip(), target, end + 1);
  }

  private boolean tag() {
    int end = next(">", position);
    boolean named =
        position + 1 < text.length()
            && (Character.isLetter(text.charAt(position + 1)) || text.charAt(position + 1) == '/');
    if (end < 0 || !named || end - position > LONGEST_TAG || !fits(end + 1)) {
      return false;
    }
    String tag = text.substring(position, end + 1);
    if (tag.equals("<s>") || tag.equals("<del>")) {
      String close = tag.replace("<", "</");
      return pair(tag, close, Mark.Kind.STRUCK);
    }
    if (tag.equals("<code>") || tag.equals("<tt>")) {
      return pair(tag, tag.replace("<", "</"), Mark.Kind.CODE);
    }
    if (HtmlFragments.tagName(tag).equals("br")) {
      out.append('\u2028');
    }
    position = end + 1;
    return true;
  }

  private boolean pair(String tag, String close, Mark.Kind kind) {
    int end = next(close, position);
    if (end < 0 || !fits(end + close.length())) {
      position += tag.length();
      return true;
    }
    int start = out.length();
    out.append(text.substring(position + tag.length(), end));
    out.mark(kind, start, "");
    position = end + close.length();
    return true;
  }
}
