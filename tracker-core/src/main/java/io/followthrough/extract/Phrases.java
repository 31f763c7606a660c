package io.followthrough.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of words and phrases in the notation of the vocabulary file. */
final class Phrases {
  private final Set<String> all = new HashSet<>();
  private final Set<String> whole = new HashSet<>();
  private final Set<String> anywhere = new HashSet<>();
  private final Set<String> signs = new HashSet<>();
  private final Set<String> firstWords = new HashSet<>();
  private final Map<String, List<String>> starts = new HashMap<>();
  private final Map<String, List<String>> ends = new HashMap<>();
  private final List<String> insideLatin = new ArrayList<>();
  private final List<String> inside = new ArrayList<>();
  private int longest = 1;

  Phrases(Collection<String> notation) {
    for (String each : notation) {
      add(each.strip());
    }
  }

  private void add(String entry) {
    if (entry.isEmpty()) {
      return;
    }
    char kind = entry.charAt(0);
    String word = Normal.words(entry);
    if (word.isEmpty()) {
      signs.add(entry);
      return;
    }
    all.add(word);
    if (kind == '=') {
      whole.add(word);
    } else if (kind == '^') {
      starts.computeIfAbsent(firstWord(word), first -> new ArrayList<>()).add(word);
    } else if (kind == '~') {
      ends.computeIfAbsent(lastWord(word), last -> new ArrayList<>()).add(word);
    } else if (kind == '*') {
      (Normal.isAscii(word) ? insideLatin : inside).add(word);
    } else {
      anywhere.add(word);
      firstWords.add(firstWord(word));
      longest = Math.max(longest, (int) word.chars().filter(c -> c == ' ').count() + 1);
    }
  }

  private static String firstWord(String words) {
    int blank = words.indexOf(' ');
    return blank < 0 ? words : words.substring(0, blank);
  }

  private static String lastWord(String words) {
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  /** Every phrase of the set, normalised. */
  Set<String> all() {
    return Set.copyOf(all);
  }

  /** Whether a text that is normalised already is one of the phrases. */
  boolean has(String words) {
    return all.contains(words);
  }

  /** Whether the text is, word for word, one of the phrases, however they may stand. */
  boolean is(String text) {
    String words = Normal.words(text);
    return words.isEmpty() ? signs.contains(text.strip()) : all.contains(words);
  }

  /** Whether one of the phrases is found in the text. */
  boolean in(String text) {
    return lengthIn(text) > 0;
  }

  /** The length of the longest phrase that is found in the text; 0 for none. */
  int lengthIn(String text) {
    int found = 0;
    for (String sign : signs) {
      found = text.contains(sign) ? 1 : found;
    }
    String words = Normal.words(text);
    return words.isEmpty() ? found : Math.max(found, lengthInWords(words));
  }

  /** The same for a text that is normalised already. */
  int lengthInWords(String words) {
    if (words.isEmpty()) {
      return 0;
    }
    if (whole.contains(words)) {
      return words.length();
    }
    int found = 0;
    for (String start : starts.getOrDefault(firstWord(words), List.of())) {
      boolean hit =
          start.length() > found
              && words.startsWith(start)
              && (words.length() == start.length() || words.charAt(start.length()) == ' ');
      found = hit ? start.length() : found;
    }
    for (String end : ends.getOrDefault(lastWord(words), List.of())) {
      boolean hit =
          end.length() > found
              && words.endsWith(end)
              && (words.length() == end.length()
                  || words.charAt(words.length() - end.length() - 1) == ' ');
      found = hit ? end.length() : found;
    }
    found = longestInside(insideLatin, words, found);
    found = Normal.isAscii(words) ? found : longestInside(inside, words, found);
    return Math.max(found, anywhereIn(words));
  }

  private static int longestInside(List<String> parts, String words, int least) {
    int found = least;
    for (String part : parts) {
      found = part.length() > found && words.contains(part) ? part.length() : found;
    }
    return found;
  }

  private int anywhereIn(String words) {
    int found = 0;
    int start = 0;
    while (start < words.length()) {
      int blank = words.indexOf(' ', start);
      int end = blank < 0 ? words.length() : blank;
      int next = end + 1;
      if (firstWords.contains(words.substring(start, end))) {
        for (int n = 0; n < longest; n++) {
          if (end - start > found && anywhere.contains(words.substring(start, end))) {
            found = end - start;
          }
          if (end >= words.length()) {
            break;
          }
          int following = words.indexOf(' ', end + 1);
          end = following < 0 ? words.length() : following;
        }
      }
      start = next;
    }
    return found;
  }
}
