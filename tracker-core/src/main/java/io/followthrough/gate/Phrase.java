package io.followthrough.gate;

import io.followthrough.item.Words;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of text and its words, ready to be compared with word sets.
 *
 * @param text the words in a row
 */
record Phrase(String text, List<String> words) {
  private static final Pattern CONTRACTION =
      Pattern.compile("(?<=\\p{L})['’](?=(?:t|s|ll|re|ve|d|m)\\b)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANK = Pattern.compile(" ");

  Phrase {
    words = List.copyOf(words);
  }

  static Phrase of(String raw) {
    String text = Words.normalise(CONTRACTION.matcher(raw).replaceAll(""));
    return new Phrase(text, text.isEmpty() ? List.of() : BLANK.splitAsStream(text).toList());
  }

  /** The phrase without its first words. */
  Phrase from(int word) {
    List<String> rest = words.subList(Math.min(word, words.size()), words.size());
    return new Phrase(String.join(" ", rest), rest);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** A word and the singulars that it may be the English plural of. */
  static List<String> forms(String word) {
    int length = word.length();
    if (length < 4 || !word.endsWith("s") || word.endsWith("ss")) {
      return List.of(word);
    }
    String withoutS = word.substring(0, length - 1);
    if (word.endsWith("ies")) {
      return List.of(word, withoutS, word.substring(0, length - 3) + "y");
    }
    return word.endsWith("es")
        ? List.of(word, withoutS, word.substring(0, length - 2))
        : List.of(word, withoutS);
  }
}
