package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;

/** The text of a block while it is being read. */
final class TextBuilder {
  private final StringBuilder plain = new StringBuilder();
  private final List<Mark> marks = new ArrayList<>();

  int length() {
    return plain.length();
  }

  /** Text as it stands. */
  TextBuilder append(String text) {
    plain.append(text);
    return this;
  }

  /** A finished text with its marks. */
  TextBuilder append(RichText text) {
    for (Mark mark : text.marks()) {
      int start = plain.length() + mark.start();
      marks.add(new Mark(mark.kind(), start, plain.length() + mark.end(), mark.target()));
    }
    plain.append(text.plain());
    return this;
  }

  /** One character as it stands. */
  TextBuilder append(char c) {
    plain.append(c);
    return this;
  }

  /** Text in which any white space, line ends too, stands for one space. */
  void appendWords(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        plain.append(c);
      } else if (!plain.isEmpty() && !isSpace(plain.charAt(plain.length() - 1))) {
        plain.append(' ');
      }
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  /** Takes back the last characters, which carry no mark. */
  void drop(int length) {
    plain.setLength(plain.length() - length);
  }

  /** What has been written since the start stands out; nothing if nothing was. */
  void mark(Mark.Kind kind, int start, String target) {
    if (plain.length() > start) {
      marks.add(new Mark(kind, start, plain.length(), target));
    }
  }

  /** The text so far, without white space at its ends; what follows is another one. */
  RichText take() {
    RichText text = new RichText(plain.toString(), marks).strip();
    plain.setLength(0);
    marks.clear();
    return text;
  }
}
