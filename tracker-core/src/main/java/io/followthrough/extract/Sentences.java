package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits running text into sentences. */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "eg", "ie", "etc", "vs", "approx", "no", "dr", "mr", "ms", "mrs", "inc",
          "ltd", "st", "fig", "sec", "min", "max", "cf", "resp", "z.b", "bzw", "ca", "d.h", "aka",
          "a.k.a", "nr", "incl", "excl", "ex", "p.ej");

  private Sentences() {}

  static List<RichText> of(RichText text) {
    List<int[]> bounds = bounds(text);
    if (bounds.size() == 1) {
      return text.isBlank() ? List.of() : List.of(text.strip());
    }
    List<RichText> sentences = new ArrayList<>();
    for (RichText piece : text.pieces(bounds)) {
      RichText stripped = piece.strip();
      if (!stripped.isBlank()) {
        sentences.add(stripped);
      }
    }
    return sentences;
  }

  /** Start and end of each sentence. */
  private static List<int[]> bounds(RichText text) {
    List<int[]> bounds = new ArrayList<>();
    BitSet code = new BitSet();
    BitSet begins = new BitSet();
    for (Mark mark : text.marks()) {
      if (mark.kind() == Mark.Kind.CODE) {
        code.set(mark.start(), mark.end());
      } else if (mark.kind() != Mark.Kind.LINK) {
        begins.set(mark.start());
      }
    }
    int start = 0;
    for (int i = 0; i < text.plain().length(); i++) {
      if (!code.get(i) && ends(text.plain(), i, begins)) {
        bounds.add(new int[] {start, i + 1});
        start = i + 1;
      }
    }
    bounds.add(new int[] {start, text.plain().length()});
    return bounds;
  }

  private static boolean ends(String plain, int i, BitSet begins) {
    char c = plain.charAt(i);
    if (c == '。' || c == '！' || c == '？') {
      return true;
    }
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    int next = i + 1;
    while (next < plain.length() && "\"')]\u201d\u2019*".indexOf(plain.charAt(next)) >= 0) {
      next++;
    }
    if (next >= plain.length() || next > i + 1 || !isSpace(plain.charAt(next))) {
      return false;
    }
    while (next < plain.length() && isSpace(plain.charAt(next))) {
      next++;
    }
    boolean opens =
        next < plain.length()
            && (Character.isUpperCase(plain.charAt(next))
                || "\"\u201c([`".indexOf(plain.charAt(next)) >= 0
                || Character.isDigit(plain.charAt(next))
                || begins.get(next)
                || !Character.isLetterOrDigit(plain.charAt(next)));
    return opens && !isAbbreviation(plain, i);
  }

  private static boolean isAbbreviation(String plain, int dot) {
    int start = dot;
    while (start > 0 && !isSpace(plain.charAt(start - 1)) && plain.charAt(start - 1) != '(') {
      start--;
    }
    String word = plain.substring(start, dot).toLowerCase(Locale.ROOT);
    boolean numbering = start == 0 && !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    return numbering
        || ABBREVIATIONS.contains(word)
        || (word.length() == 1 && Character.isLetter(word.charAt(0)));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u2028' || c == '\u00a0';
  }
}
