package io.followthrough.extract;

import io.followthrough.item.ActionKind;
import io.followthrough.item.Priority;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Priorities and kinds out of words. */
final class Grades {
  private static final Pattern PRIO = Pattern.compile("(?i)\\bprio(rity)?\\b");
  private static final Pattern LEVEL = Pattern.compile("\\b[pP]([0-5])\\b");

  /** No priority is a longer text than this, signs and all. */
  private static final int LONGEST = 120;

  private final Map<Priority, Phrases> priorities = new EnumMap<>(Priority.class);
  private final Map<ActionKind, Phrases> kinds = new EnumMap<>(ActionKind.class);
  private final Map<Reach, Phrases> reaches = new EnumMap<>(Reach.class);

  Grades(Vocabulary vocabulary) {
    for (Priority priority : Priority.values()) {
      priorities.put(priority, vocabulary.set("priority." + lower(priority)));
    }
    for (ActionKind kind : ActionKind.values()) {
      kinds.put(kind, vocabulary.set("kind." + lower(kind)));
    }
    for (Reach reach : Reach.values()) {
      reaches.put(reach, vocabulary.set("reach." + reach.word()));
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The priority that a text is, and nothing else: "P1", "High", "high priority". */
  Optional<Priority> priority(String text) {
    String bare = mayPrio(text) ? PRIO.matcher(text).replaceAll(" ").strip() : text.strip();
    if (bare.length() > LONGEST) {
      return Optional.empty();
    }
    String words = Normal.words(bare);
    for (Map.Entry<Priority, Phrases> entry : priorities.entrySet()) {
      if (entry.getValue().is(bare, words)) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean mayPrio(String text) {
    return text.indexOf('p') >= 0 || text.indexOf('P') >= 0;
  }

  /** The priority that a cell or heading names among other words: "P1 - do first". */
  Optional<Priority> priorityIn(String text) {
    Matcher level = LEVEL.matcher(text);
    if (level.find()) {
      return priority("P" + level.group(1));
    }
    Optional<Priority> found = priority(text);
    if (found.isPresent()) {
      return found;
    }
    return priorities.entrySet().stream()
        .filter(entry -> entry.getValue().in(text))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The kind of action that a heading or a cell names; the longest word decides. */
  Optional<ActionKind> kind(String text) {
    return longest(kinds, text);
  }

  /** How far the actions reach that a heading or a cell names; the longest word decides. */
  Optional<Reach> reach(String text) {
    return longest(reaches, text);
  }

  private static <T> Optional<T> longest(Map<T, Phrases> of, String text) {
    Optional<T> best = Optional.empty();
    int length = 0;
    Words words = Words.of(text);
    for (Map.Entry<T, Phrases> entry : of.entrySet()) {
      int found = entry.getValue().lengthIn(text, words);
      if (found > length) {
        length = found;
        best = Optional.of(entry.getKey());
      }
    }
    return best;
  }
}
