package io.followthrough.item;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names as people type them, reduced to what is the same with and without accents and signs. */
final class Names {
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]+");

  private Names() {}

  /** The name in lower case, without accents, every run of other signs a blank. */
  static String fold(String name) {
    String bare = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return Words.normalise(
        bare.replace("ß", "ss")
            .replace("ø", "o")
            .replace("Ø", "O")
            .replace("ł", "l")
            .replace("Ł", "L")
            .replace("đ", "d")
            .replace("Đ", "D")
            .replace("æ", "ae")
            .replace("Æ", "Ae"));
  }

  /** The name as a keyboard without umlauts spells it, where that differs: Mueller for Müller. */
  static Optional<String> foldSpelledOut(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String spelled =
        composed.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("å", "aa");
    return spelled.equals(composed) ? Optional.empty() : Optional.of(fold(spelled));
  }
}
