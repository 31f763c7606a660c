package io.followthrough.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The word sets of {@code wording.properties}, each of all languages at once. */
enum Wording {
  OPENING,
  CROWD,
  PONDER,
  STUDY,
  BETTER,
  ATTITUDE,
  HABIT,
  WISH,
  FILLER,
  LITTLE,
  SOFT,
  TOPIC,
  ARTEFACT,
  ACT,
  OBSERVATION,
  PAST,
  PROMISE,
  CLAUSE,
  SYSTEMIC,
  LEVEL,
  QUANTITY,
  PAPER,
  TELL,
  PERIOD;

  private static final Map<Wording, WordSet> SETS = read();

  /** Whether one of the words is found in the phrase. */
  boolean in(Phrase phrase) {
    return set().in(phrase);
  }

  /** See {@link WordSet#leading}. */
  int leading(Phrase phrase) {
    return set().leading(phrase);
  }

  /** See {@link WordSet#at}. */
  int at(Phrase phrase, int position) {
    return set().at(phrase, position);
  }

  /** See {@link WordSet#first}. */
  int first(Phrase phrase) {
    return set().first(phrase);
  }

  /** See {@link WordSet#inside}. */
  int inside(Phrase phrase) {
    return set().inside(phrase);
  }

  private WordSet set() {
    WordSet set = SETS.get(this);
    if (set == null) {
      throw new IllegalStateException("wording.properties has no set " + name());
    }
    return set;
  }

  private static Map<Wording, WordSet> read() {
    ResourceBundle bundle = ResourceBundle.getBundle("io.followthrough.gate.wording", Locale.ROOT);
    Map<Wording, List<String>> words = new EnumMap<>(Wording.class);
    for (String key : Collections.list(bundle.getKeys())) {
      Wording set = valueOf(key.substring(0, key.indexOf('.')).toUpperCase(Locale.ROOT));
      words
          .computeIfAbsent(set, s -> new ArrayList<>())
          .addAll(Arrays.asList(bundle.getString(key).split(",", -1)));
    }
    Map<Wording, WordSet> sets = new EnumMap<>(Wording.class);
    words.forEach((set, entries) -> sets.put(set, new WordSet(entries)));
    return sets;
  }
}
