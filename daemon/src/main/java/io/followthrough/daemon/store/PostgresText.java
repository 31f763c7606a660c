package io.followthrough.daemon.store;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text as PostgreSQL can hold it, and back. It holds every sign but U+0000, and no half of a pair
 * of surrogates: those are written as U+FFFE, which is no character, with four digits behind it.
 */
final class PostgresText {
  private static final Pattern TO_WRITE = Pattern.compile("[\\x00\\x{FFFE}\\x{D800}-\\x{DFFF}]");
  private static final Pattern WRITTEN = Pattern.compile("\\x{FFFE}([0-9a-f]{4})");

  private PostgresText() {}

  static String encode(String text) {
    return isPlain(text)
        ? text
        : TO_WRITE
            .matcher(text)
            .replaceAll(
                sign -> String.format(Locale.ROOT, "\ufffe%04x", (int) sign.group().charAt(0)));
  }

  static String decode(String text) {
    return text.indexOf('\ufffe') < 0 ? text : WRITTEN.matcher(text).replaceAll(PostgresText::sign);
  }

  private static String sign(MatchResult written) {
    return Character.toString(Integer.parseInt(written.group(1), 16));
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(unit -> unit == 0 || unit == 0xfffe || isSurrogate(unit));
  }

  private static boolean isSurrogate(int unit) {
    return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
  }
}
