package io.followthrough.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A set of words and phrases in the notation of the vocabulary file. */
final class Phrases {
  private final Set<String> whole = new HashSet<>();
  private final Set<String> anywhere = new HashSet<>();
  private final Set<String> signs = new HashSet<>();
  private final List<String> starts = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
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
    } else if (kind == '=') {
      whole.add(word);
    } else if (kind == '^') {
      starts.add(word);
    } else if (kind == '~') {
      ends.add(word);
    } else if (kind == '*') {
      inside.add(word);
    } else {
      anywhere.add(word);
      longest = Math.max(longest, count(word));
    }
  }

  private static int count(String words) {
    return (int) words.chars().filter(c -> c == ' ').count() + 1;
  }

  /** Whether the text is, word for word, one of the phrases, however they may stand. */
  boolean is(String text) {
    String words = Normal.words(text);
    return words.isEmpty()
        ? signs.contains(text.strip())
        : whole.contains(words)
            || anywhere.contains(words)
            || starts.contains(words)
            || ends.contains(words)
            || inside.contains(words);
  }

  /** Whether one of the phrases is found in the text. */
  boolean in(String text) {
    return lengthIn(text) > 0;
  }

  /** The length of the longest phrase that is found in the text; 0 for none. */
  int lengthIn(String text) {
    String words = Normal.words(text);
    int found = 0;
    for (String sign : signs) {
      found = text.contains(sign) ? Math.max(found, 1) : found;
    }
    if (words.isEmpty()) {
      return found;
    }
    if (whole.contains(words)) {
      return words.length();
    }
    for (String start : starts) {
      boolean hit =
          words.startsWith(start)
              && (words.length() == start.length() || words.charAt(start.length()) == ' ');
      found = hit ? Math.max(found, start.length()) : found;
    }
    for (String end : ends) {
      boolean hit =
          words.endsWith(end)
              && (words.length() == end.length()
                  || words.charAt(words.length() - end.length() - 1) == ' ');
      found = hit ? Math.max(found, end.length()) : found;
    }
    for (String part : inside) {
      found = words.contains(part) ? Math.max(found, part.length()) : found;
    }
    return Math.max(found, anywhereIn(words));
  }

  private int anywhereIn(String words) {
    int found = 0;
    int start = 0;
    while (start < words.length()) {
      int end = start - 1;
      for (int n = 0; n < longest && end < words.length(); n++) {
        int blank = words.indexOf(' ', end + 1);
        end = blank < 0 ? words.length() : blank;
        if (end - start > found && anywhere.contains(words.substring(start, end))) {
          found = end - start;
        }
      }
      int blank = words.indexOf(' ', start);
      start = blank < 0 ? words.length() : blank + 1;
    }
    return found;
  }
}
