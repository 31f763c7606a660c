package io.followthrough.tracker;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address as the target of a Markdown link that it cannot break out of. */
final class MarkdownAddress {
  private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]{1,40};)");
  private static final Pattern MARK = Pattern.compile("(?i)(followthrough):");
  private static final String KEPT = "-._~:/?#@!$&'*+,;=%";

  private MarkdownAddress() {}

  /** The target; empty where the address is not http or https, or shows another host first. */
  static Optional<String> of(String address) {
    String trimmed = OneLine.of(address);
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return Optional.empty();
    }
    String encoded = encode(trimmed);
    if (!hasPlainHost(encoded)) {
      return Optional.empty();
    }
    String unmarked = MARK.matcher(encoded).replaceAll("$1%3A");
    return Optional.of(ENTITY.matcher(unmarked).replaceAll("&amp;"));
  }

  private static boolean hasPlainHost(String encoded) {
    try {
      String authority = new URI(encoded).getRawAuthority();
      return authority != null && !authority.isEmpty() && authority.indexOf('@') < 0;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String encode(String address) {
    StringBuilder out = new StringBuilder(address.length());
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      if (isKept(c) && !(c == '%' && !isEscape(bytes, i))) {
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
        || KEPT.indexOf(c) >= 0;
  }

  private static boolean isEscape(byte[] bytes, int i) {
    return i + 2 < bytes.length
        && Character.digit(bytes[i + 1], 16) >= 0
        && Character.digit(bytes[i + 2], 16) >= 0;
  }
}
