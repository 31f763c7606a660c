package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in Markdown whose last line is our mark with the idempotency key. Whoever can comment
 * can write such a line: a connector also looks at the author.
 *
 * @param text the comment without its mark, with line feeds only
 */
public record MarkdownComment(Marker marker, String key, String text) {
  private static final Pattern MARK =
      Pattern.compile("<!-- (followthrough:v1:[A-Za-z0-9._:-]+) key=([^\\s<>]+) -->");

  public MarkdownComment {
    requireNonNull(marker, "marker is null");
    requireNonNull(key, "key is null");
    requireNonNull(text, "text is null");
  }

  /** The comment of a draft, its mark included. */
  public static String render(CommentDraft draft) {
    String text = MarkdownProse.render(draft.body());
    return text
        + (text.isEmpty() ? "" : "\n\n")
        + ("<!-- " + draft.marker().encode() + " key=" + encode(draft.key()) + " -->");
  }

  /** A comment that ends with a mark; empty for every other text. */
  public static Optional<MarkdownComment> parse(String body) {
    String stripped = body.stripTrailing();
    int lastLine = Math.max(stripped.lastIndexOf('\n'), stripped.lastIndexOf('\r')) + 1;
    Matcher mark = MARK.matcher(stripped.substring(lastLine));
    if (!mark.matches()) {
      return Optional.empty();
    }
    String text = stripped.substring(0, lastLine).stripTrailing();
    return Marker.findIn(mark.group(1))
        .filter(marker -> marker.encode().equals(mark.group(1)))
        .flatMap(
            marker ->
                decode(mark.group(2))
                    .map(
                        key ->
                            new MarkdownComment(
                                marker, key, text.replace("\r\n", "\n").replace('\r', '\n'))));
  }

  /** Percent-encoded where a character could end the mark; the usual keys stay as they are. */
  private static String encode(String key) {
    StringBuilder out = new StringBuilder(key.length());
    for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean secondDash = c == '-' && !out.isEmpty() && out.charAt(out.length() - 1) == '-';
      if (isKept(c) && !secondDash) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean isKept(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "/:#._~@=,+-".indexOf(c) >= 0;
  }

  private static Optional<String> decode(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
