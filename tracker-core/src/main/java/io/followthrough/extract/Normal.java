package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text reduced to its words, so that writing and vocabulary can be compared. */
final class Normal {
  private static final int MAX_LENGTH = 400;

  private Normal() {}

  /** Lower case, no apostrophes, every other sign a blank. Longer texts are cut. */
  static String words(String text) {
    String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    String simple = simpleWords(cut);
    return simple == null ? anyWords(cut) : simple;
  }

  /** The words of a text of common letters, for which there is nothing to compose; else null. */
  private static @Nullable String simpleWords(String text) {
    byte[] words = new byte[text.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSimple(c)) {
        return null;
      }
      if (c < 'a' || c > 'z') {
        if (!Character.isLetterOrDigit(c)) {
          gap |= c != '\'' && c != '\u2019';
          continue;
        }
        c = Character.toLowerCase(c);
      }
      if (gap && length > 0) {
        words[length++] = ' ';
      }
      gap = false;
      words[length++] = (byte) c;
    }
    return new String(words, 0, length, ISO_8859_1);
  }

  /** ASCII, the letters of Latin-1, dashes and quotation marks: alone they compose with nothing. */
  private static boolean isSimple(char c) {
    return c < 128
        || (c >= 0xc0 && c <= 0xff)
        || (c >= 0x2010 && c <= 0x201f && c != 0x2017)
        || c == 0x2022;
  }

  private static String anyWords(String cut) {
    String composed = isAscii(cut) ? cut : Normalizer.normalize(cut, Normalizer.Form.NFKC);
    String folded = composed.toLowerCase(Locale.ROOT);
    StringBuilder words = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || isCombining(c)) {
        if (gap && words.length() > 0) {
          words.append(' ');
        }
        gap = false;
        words.appendCodePoint(c);
      } else if (c != '\'' && c != '\u2019') {
        gap = true;
      }
    }
    return words.toString();
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCombining(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Runs of white space as one blank. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u2028') {
        gap = true;
      } else {
        if (gap && line.length() > 0) {
          line.append(' ');
        }
        gap = false;
        line.append(c);
      }
    }
    return line.toString();
  }
}
