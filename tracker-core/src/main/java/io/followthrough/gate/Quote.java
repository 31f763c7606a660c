package io.followthrough.gate;

import java.util.regex.Pattern;

/** Words of a document within a sentence of ours. */
final class Quote {
  private static final int LONGEST = 60;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Quote() {}

  /** The words in quotation marks, in one line, cut where they are long. */
  static String of(String words) {
    String line = BLANKS.matcher(words.strip()).replaceAll(" ");
    int length = line.codePointCount(0, line.length());
    return length <= LONGEST
        ? "“" + line + "”"
        : "“" + line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…”";
  }
}
