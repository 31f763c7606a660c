package io.followthrough.extract;

/** Cheap looks at a text, taken before a regular expression is asked that seldom matches. */
final class Glance {
  private Glance() {}

  /** Whether a digit of any script is in the text. */
  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c > 127 && Character.isDigit(c))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the signs is in the text from start to end. */
  static boolean hasAny(String signs, String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (signs.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text has one of the words in it, written just so. */
  static boolean hasAny(String[] words, String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Where the first colon is, be it ASCII or full width; -1 if there is none. */
  static int colon(String text, int from) {
    int ascii = text.indexOf(':', from);
    int wide = text.indexOf('\uff1a', from);
    return ascii < 0 ? wide : wide < 0 ? ascii : Math.min(ascii, wide);
  }

  /** The last sign of a text but blanks and one full stop; a blank if there is none. */
  static char lastSign(String text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '.') {
      end--;
    }
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 ? text.charAt(end - 1) : ' ';
  }
}
