package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;

/** The lines of a document, whatever ends them, without byte-order marks and NULs. */
final class SourceText {
  private SourceText() {}

  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = text.startsWith("\ufeff") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(clean(text.substring(start, i)));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(clean(text.substring(start)));
    }
    return lines;
  }

  private static String clean(String line) {
    return line.indexOf('\0') < 0 ? line : line.replace('\0', '\ufffd');
  }
}
