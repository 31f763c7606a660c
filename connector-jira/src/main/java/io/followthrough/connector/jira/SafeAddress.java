package io.followthrough.connector.jira;

import io.followthrough.tracker.OneLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address of hostile words as the target of a link that it cannot break out of, nor forge. */
final class SafeAddress {
  private static final Pattern MARK = Pattern.compile("(?i)(followthrough):");
  private static final String KEPT = "-._~:/?#@!$&'+,;=%";

  private SafeAddress() {}

  /** The target; empty where the address is not http or https, or shows another host first. */
  static Optional<String> of(String address) {
    String trimmed = OneLine.of(address);
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return Optional.empty();
    }
    String encoded = encode(trimmed);
    return hasPlainHost(encoded)
        ? Optional.of(MARK.matcher(encoded).replaceAll("$1%3A"))
        : Optional.empty();
  }

  /** Every character that is not a letter or a digit of ASCII as its octets in percent. */
  static String octets(String words) {
    StringBuilder out = new StringBuilder(words.length());
    for (byte octet : words.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      append(out, c, isLetterOrDigit(c));
    }
    return out.toString();
  }

  private static String encode(String address) {
    StringBuilder out = new StringBuilder(address.length());
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean kept = isLetterOrDigit(c) || KEPT.indexOf(c) >= 0;
      append(out, c, kept && !(c == '%' && !isEscape(bytes, i)));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, char c, boolean kept) {
    if (kept) {
      out.append(c);
    } else {
      out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
    }
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isEscape(byte[] bytes, int i) {
    return i + 2 < bytes.length
        && Character.digit(bytes[i + 1], 16) >= 0
        && Character.digit(bytes[i + 2], 16) >= 0;
  }

  private static boolean hasPlainHost(String encoded) {
    try {
      String authority = new URI(encoded).getRawAuthority();
      return authority != null && !authority.isEmpty() && authority.indexOf('@') < 0;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
