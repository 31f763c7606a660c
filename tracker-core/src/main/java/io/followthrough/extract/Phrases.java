package io.followthrough.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of words and phrases in the notation of the vocabulary file. */
final class Phrases {
  private final Set<String> all = new HashSet<>();
  private final Set<String> begins = new HashSet<>();
  private final Set<String> closes = new HashSet<>();
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
    all.forEach(
        phrase -> {
          begins.add(firstWord(phrase));
          closes.add(lastWord(phrase));
        });
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

  /** Whether a phrase begins with the word. */
  boolean begins(String word) {
    return begins.contains(word);
  }

  /** Whether a phrase ends with the word. */
  boolean closes(String word) {
    return closes.contains(word);
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
    return Collections.unmodifiableSet(all);
  }

  /** Whether a text that is normalised already is one of the phrases. */
  boolean has(String words) {
    return all.contains(words);
  }

  /** Whether the text is, word for word, one of the phrases, however they may stand. */
  boolean is(String text) {
    return is(text, Normal.words(text));
  }

  /** The same for a text whose words are known already. */
  boolean is(String text, String words) {
    return words.isEmpty() ? signs.contains(text.strip()) : all.contains(words);
  }

  /** Whether one of the phrases is found in the text. */
  boolean in(String text) {
    return lengthIn(text) > 0;
  }

  /** The length of the longest phrase that is found in the text; 0 for none. */
  int lengthIn(String text) {
    return lengthIn(text, Words.of(text));
  }

  /** The same for a text whose words are known already. */
  int lengthIn(String text, Words words) {
    int found = 0;
    for (String sign : signs) {
      found = text.contains(sign) ? 1 : found;
    }
    return words.isEmpty() ? found : Math.max(found, lengthIn(words));
  }

  /** The same for the words alone, without signs. */
  int lengthIn(Words words) {
    String text = words.all();
    if (words.isEmpty()) {
      return 0;
    }
    if (whole.contains(text)) {
      return text.length();
    }
    int found = 0;
    for (String start : starts.getOrDefault(words.get(0), List.of())) {
      boolean hit =
          start.length() > found
              && text.startsWith(start)
              && (text.length() == start.length() || text.charAt(start.length()) == ' ');
      found = hit ? start.length() : found;
    }
    for (String end : ends.getOrDefault(words.last(), List.of())) {
      boolean hit =
          end.length() > found
              && text.endsWith(end)
              && (text.length() == end.length()
                  || text.charAt(text.length() - end.length() - 1) == ' ');
      found = hit ? end.length() : found;
    }
    found = longestInside(insideLatin, text, found);
    found = inside.isEmpty() || Normal.isAscii(text) ? found : longestInside(inside, text, found);
    return Math.max(found, anywhereIn(words));
  }

  private static int longestInside(List<String> parts, String words, int least) {
    int found = least;
    for (String part : parts) {
      found = part.length() > found && words.contains(part) ? part.length() : found;
    }
    return found;
  }

  private int anywhereIn(Words words) {
    int found = 0;
    int start = 0;
    for (int i = 0; i < words.count(); i++) {
      if (firstWords.contains(words.get(i))) {
        int end = start;
        for (int n = i; n < Math.min(i + longest, words.count()); n++) {
          end += words.get(n).length() + (n > i ? 1 : 0);
          if (end - start > found && anywhere.contains(words.all().substring(start, end))) {
            found = end - start;
          }
        }
      }
      start += words.get(i).length() + 1;
    }
    return found;
  }
}
