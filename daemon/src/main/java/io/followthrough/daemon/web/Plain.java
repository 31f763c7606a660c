package io.followthrough.daemon.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Words of strangers made fit for a page. They are escaped where they are written; here they lose
 * the signs that would turn the line around, and their excess.
 */
final class Plain {
  private static final int TITLE = 300;
  private static final int TEXT = 4_000;

  private Plain() {}

  /** One line for a heading, a link or a cell. */
  static String line(String words) {
    return cut(words.strip().replaceAll("\\s+", " "), TITLE);
  }

  /** Several lines. */
  static String text(String words) {
    return cut(words, TEXT);
  }

  private static String cut(String words, int length) {
    StringBuilder kept = new StringBuilder(Math.min(words.length(), length) + 1);
    words
        .codePoints()
        .limit(length)
        .forEach(sign -> kept.appendCodePoint(isFit(sign) ? sign : '\uFFFD'));
    if (words.codePointCount(0, words.length()) > length) {
      kept.append('…');
    }
    return kept.toString();
  }

  /** Control signs, half pairs, and those that order the line to run the other way, are not. */
  private static boolean isFit(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL -> sign == '\n' || sign == '\t' || sign == '\r';
      case Character.SURROGATE -> false;
      default -> !(sign >= 0x202A && sign <= 0x202E) && !(sign >= 0x2066 && sign <= 0x2069);
    };
  }

  /** An address that may stand behind a link: http or https, with a host and no user. */
  static Optional<String> address(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
      return plain ? Optional.of(text) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
