package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.List;
import java.util.Optional;

/** The title of an item out of the words that are left when its decorations are gone. */
final class TitleWords {
  private static final int LONG = 100;
  private static final String LEFT_AT_START = "-–—:;,|*•·>";
  private static final String LEFT_AT_END = "-–—:;,|(*[";

  private TitleWords() {}

  static String of(RichText text, List<RichText> sentences, Lexicon words) {
    RichText stripped = text.strip();
    Optional<RichText> lead = lead(stripped, words);
    if (lead.isPresent()) {
      return clean(lead.get().plain());
    }
    boolean whole = sentences.size() < 2 || stripped.plain().length() <= LONG;
    if (whole) {
      return clean(stripped.plain());
    }
    String first = sentences.get(0).plain();
    boolean name = Normal.words(first).split(" ", -1).length < 3;
    return clean(name ? first + " " + sentences.get(1).plain() : first);
  }

  /** Words in bold at the beginning that an explanation follows. */
  private static Optional<RichText> lead(RichText text, Lexicon words) {
    List<Mark> bolds = text.marks(Mark.Kind.BOLD);
    if (bolds.isEmpty() || bolds.get(0).start() != 0) {
      return Optional.empty();
    }
    RichText bold = text.slice(0, bolds.get(0).end()).strip();
    String rest = text.plain().substring(bolds.get(0).end());
    if (Normal.words(rest).isEmpty() || !isApart(bold.plain(), rest.strip())) {
      return Optional.empty();
    }
    int count = Normal.words(bold.plain()).split(" ", -1).length;
    boolean tells = count >= 3 || (count > 1 && words.mood(bold.plain()) == Mood.IMPERATIVE);
    return tells ? Optional.of(bold) : Optional.empty();
  }

  private static boolean isApart(String bold, String rest) {
    return ".:!?：。".indexOf(bold.charAt(bold.length() - 1)) >= 0
        || ":–—-：(.".indexOf(rest.charAt(0)) >= 0
        || Character.isUpperCase(rest.charAt(0));
  }

  /** One line without the signs that were left around what was cut. */
  static String clean(String text) {
    String line = Normal.oneLine(text).strip();
    int start = 0;
    int end = line.length();
    while (start < end && isLeft(line.charAt(start), LEFT_AT_START)) {
      start++;
    }
    while (end > start && isLeft(line.charAt(end - 1), LEFT_AT_END)) {
      end--;
    }
    String title = line.substring(start, end);
    boolean stop = title.endsWith(".") && !title.endsWith("..");
    return stop ? title.substring(0, title.length() - 1) : title;
  }

  private static boolean isLeft(char c, String signs) {
    return signs.indexOf(c) >= 0 || Character.isWhitespace(c);
  }
}
