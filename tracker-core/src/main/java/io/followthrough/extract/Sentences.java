package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
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
    List<RichText> sentences = new ArrayList<>();
    String plain = text.plain();
    int start = 0;
    for (int i = 0; i < plain.length(); i++) {
      if (ends(text, plain, i)) {
        add(sentences, text.slice(start, i + 1));
        start = i + 1;
      }
    }
    add(sentences, text.slice(start, plain.length()));
    return sentences;
  }

  private static void add(List<RichText> sentences, RichText sentence) {
    RichText stripped = sentence.strip();
    if (!stripped.isBlank()) {
      sentences.add(stripped);
    }
  }

  private static boolean ends(RichText text, String plain, int i) {
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
                || begins(text, next)
                || !Character.isLetterOrDigit(plain.charAt(next)));
    return opens && !isAbbreviation(plain, i) && !inCode(text, i);
  }

  /** Words set apart by emphasis begin a sentence even without a capital. */
  private static boolean begins(RichText text, int at) {
    return text.marks().stream()
        .anyMatch(
            mark ->
                mark.start() == at
                    && mark.kind() != Mark.Kind.CODE
                    && mark.kind() != Mark.Kind.LINK);
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

  private static boolean inCode(RichText text, int i) {
    for (Mark mark : text.marks()) {
      if (mark.kind() == Mark.Kind.CODE && i >= mark.start() && i < mark.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u2028' || c == '\u00a0';
  }
}
