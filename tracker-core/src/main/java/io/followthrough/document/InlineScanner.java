package io.followthrough.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the inlines of a light markup from left to right: marks that open and close, links,
 * escapes. What never closes is text. Its time grows with the text's length alone, since the next
 * end of each sort is looked for once.
 */
abstract class InlineScanner {
  /** The text with its markup. */
  final String text;

  /** Where the scanner is. */
  int position;

  final TextBuilder out = new TextBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Integer> ends = new HashMap<>();
  private final Map<String, Integer> plain = new HashMap<>();

  private record Open(Mark.Kind kind, String sign, int start, int end) {}

  private final boolean linesJoin;

  /**
   * @param linesJoin whether a mark may reach from one line into the next
   */
  InlineScanner(String text, boolean linesJoin) {
    this.text = text;
    this.linesJoin = linesJoin;
  }

  /** Reads markup at the position and moves on; false, and nothing read, if there is none. */
  abstract boolean isMarkup(char c);

  /** The whole text. */
  final RichText read() {
    while (position < text.length()) {
      Open last = open.peek();
      if (last != null && last.end() == position) {
        out.mark(last.kind(), last.start(), "");
        position += last.sign().length();
        open.pop();
      } else if (!isMarkup(text.charAt(position))) {
        out.append(text.charAt(position));
        position++;
      }
    }
    return out.take();
  }

  /** Begins a mark if its sign stands at the position and again where a word ends. */
  final boolean opens(String sign, Mark.Kind kind) {
    int from = position + sign.length();
    if (!text.startsWith(sign, position)
        || isWord(position - 1)
        || isBlank(from)
        || open.stream().anyMatch(each -> each.kind() == kind)) {
      return false;
    }
    return opensUntil(sign, kind, end(sign, from + 1));
  }

  /** Begins a mark if its sign stands at the position and anywhere after. */
  final boolean opensAnywhere(String sign, Mark.Kind kind) {
    if (!text.startsWith(sign, position) || open.stream().anyMatch(each -> each.kind() == kind)) {
      return false;
    }
    return opensUntil(sign, kind, next(sign, position + sign.length()));
  }

  private boolean opensUntil(String sign, Mark.Kind kind, int end) {
    if (end < 0 || !fits(end + sign.length()) || (!linesJoin && crosses(end))) {
      return false;
    }
    open.push(new Open(kind, sign, out.length(), end));
    position += sign.length();
    return true;
  }

  private boolean crosses(int end) {
    int line = next("\n", position);
    return line >= 0 && line < end;
  }

  /** Takes what stands between two signs as it is. */
  final boolean literal(String sign, String close) {
    int from = position + sign.length();
    if (!text.startsWith(sign, position)) {
      return false;
    }
    int end = next(close, from);
    if (end <= from || !fits(end + close.length())) {
      return false;
    }
    int start = out.length();
    out.append(text.substring(from, end));
    out.mark(Mark.Kind.CODE, start, "");
    position = end + close.length();
    return true;
  }

  /** Whether something that ends there stays within the mark that is open. */
  final boolean fits(int end) {
    Open around = open.peek();
    return around == null || end <= around.end();
  }

  /** Writes a link and moves on. */
  final boolean link(String words, String target, int end) {
    if (!fits(end)) {
      return false;
    }
    int start = out.length();
    out.append(words);
    out.mark(Mark.Kind.LINK, start, target);
    position = end;
    return true;
  }

  /** Where the sign stands next; -1 if it does not. To be asked from left to right. */
  final int next(String sign, int from) {
    Integer known = plain.get(sign);
    if (known != null && (known < 0 || known >= from)) {
      return known;
    }
    int found = text.indexOf(sign, from);
    plain.put(sign, found);
    return found;
  }

  /** Where the sign stands next after a word and before none. */
  private int end(String sign, int from) {
    Integer known = ends.get(sign);
    if (known != null && (known < 0 || known >= from)) {
      return known;
    }
    int found = text.indexOf(sign, from);
    while (found >= 0 && (isBlank(found - 1) || isWord(found + sign.length()))) {
      found = text.indexOf(sign, found + 1);
    }
    ends.put(sign, found);
    return found;
  }

  private boolean isWord(int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private boolean isBlank(int at) {
    return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
  }
}
