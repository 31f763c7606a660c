package io.followthrough.document;

/**
 * Another format with Ruby in it, as static site generators have it: what stands between {@code <%}
 * and {@code %>} is left out, its line ends are not.
 */
final class EmbeddedRuby {
  private EmbeddedRuby() {}

  /** The text without its Ruby; from what never closes on, it is text. */
  static String without(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    int start = text.indexOf("<%");
    while (start >= 0) {
      int end = text.indexOf("%>", start + 2);
      if (end < 0) {
        break;
      }
      out.append(text, from, start);
      if (text.startsWith("<%%", start)) {
        out.append("<%").append(text, start + 3, end + 2);
      } else {
        text.substring(start, end).chars().filter(c -> c == '\n').forEach(c -> out.append('\n'));
      }
      from = end + 2;
      start = text.indexOf("<%", from);
    }
    return out.append(text, from, text.length()).toString();
  }
}
