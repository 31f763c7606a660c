package io.followthrough.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A set of words and phrases in the notation of {@code wording.properties}. Immutable. */
final class WordSet {
  private final Map<String, List<List<String>>> anywhere = new HashMap<>();
  private final Map<String, List<List<String>>> leading = new HashMap<>();
  private final List<String> inside = new ArrayList<>();

  WordSet(Collection<String> notation) {
    for (String entry : notation) {
      String phrase = entry.strip();
      if (phrase.startsWith("*")) {
        inside.add(phrase.substring(1));
      } else if (phrase.startsWith("^")) {
        put(leading, phrase.substring(1));
      } else if (!phrase.isEmpty()) {
        put(anywhere, phrase);
      }
    }
  }

  private static void put(Map<String, List<List<String>>> index, String phrase) {
    List<String> words = Phrase.of(phrase).words();
    index.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
  }

  /** Whether the phrase begins with one of the words, or has one anywhere that may stand there. */
  boolean in(Phrase phrase) {
    return leading(phrase) > 0 || first(phrase) >= 0 || inside(phrase) > 0;
  }

  /** How many words of the phrase's beginning the longest match takes; 0 for none. */
  int leading(Phrase phrase) {
    return Math.max(at(leading, phrase, 0), at(anywhere, phrase, 0));
  }

  /** How many words from a position the longest match takes; 0 for none. */
  int at(Phrase phrase, int position) {
    return at(anywhere, phrase, position);
  }

  /** The position of the first match of whole words; -1 for none. */
  int first(Phrase phrase) {
    for (int i = 0; i < phrase.words().size(); i++) {
      if (at(anywhere, phrase, i) > 0) {
        return i;
      }
    }
    return -1;
  }

  /** How many signs the longest match takes that may stand within a word; 0 for none. */
  int inside(Phrase phrase) {
    int longest = 0;
    for (String part : inside) {
      longest = phrase.text().contains(part) ? Math.max(longest, part.length()) : longest;
    }
    return longest;
  }

  private static int at(Map<String, List<List<String>>> index, Phrase phrase, int position) {
    if (position < 0 || position >= phrase.words().size()) {
      return 0;
    }
    int longest = 0;
    for (String form : Phrase.forms(phrase.words().get(position))) {
      for (List<String> words : index.getOrDefault(form, List.of())) {
        longest = matches(words, phrase, position) ? Math.max(longest, words.size()) : longest;
      }
    }
    return longest;
  }

  /** Compares word for word; only the last may be a plural. */
  private static boolean matches(List<String> words, Phrase phrase, int position) {
    int last = words.size() - 1;
    if (position + last >= phrase.words().size()) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (!words.get(i).equals(phrase.words().get(position + i))) {
        return false;
      }
    }
    return Phrase.forms(phrase.words().get(position + last)).contains(words.get(last));
  }
}
