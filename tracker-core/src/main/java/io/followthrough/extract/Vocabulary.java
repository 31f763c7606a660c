package io.followthrough.extract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Predicate;

/** The words by which documents are read: those of the vocabulary file and those of the user. */
final class Vocabulary {
  private static final ResourceBundle FILE =
      ResourceBundle.getBundle("io.followthrough.extract.vocabulary", Locale.ROOT);
  private static final Set<String> OF_LANGUAGES = Set.of("marker", "verb", "past");

  private final Map<String, Phrases> sets = new HashMap<>();
  private final Map<String, FactKind> facts = new HashMap<>();
  private final Map<String, Column> labels = new HashMap<>();
  private final Map<Column, Phrases> columns = new EnumMap<>(Column.class);
  private final Phrases verbs;
  private final Phrases pasts;
  private final Set<String> labelEnds = new HashSet<>();

  /**
   * @param more the user's own words by set, such as {@code section.action}
   */
  Vocabulary(Map<String, List<String>> more) {
    this(more, key -> true);
  }

  /**
   * @param kept which keys of the file count; a set keeps its name without them
   */
  Vocabulary(Map<String, List<String>> more, Predicate<String> kept) {
    Map<String, List<String>> words = file(kept);
    more.forEach(
        (set, entries) -> words.computeIfAbsent(set, s -> new ArrayList<>()).addAll(entries));
    words.forEach((set, entries) -> sets.put(set, new Phrases(entries)));
    this.verbs = set("verb");
    this.pasts = set("past");
    index();
  }

  /** The kinds of facts by the words for them. */
  Map<String, FactKind> facts() {
    return facts;
  }

  /** The columns, and the labels of the same facts, by the words for them. */
  Map<String, Column> labels() {
    return labels;
  }

  /** The words in the headers of a kind of column. */
  Phrases column(Column column) {
    return requireNonNull(columns.get(column));
  }

  /** Verbs in their base form. */
  Phrases verbs() {
    return verbs;
  }

  /** Irregular verbs in the past. */
  Phrases pasts() {
    return pasts;
  }

  /** The last words of all labels. */
  Set<String> labelEnds() {
    return labelEnds;
  }

  private void index() {
    for (Column column : Column.values()) {
      columns.put(column, set("column." + column.key()));
    }
    for (FactKind kind : FactKind.values()) {
      set(kind.set()).all().forEach(word -> facts.putIfAbsent(word, kind));
    }
    for (Column column : Column.values()) {
      if (column.isLabelled()) {
        set("label." + column.key()).all().forEach(word -> labels.putIfAbsent(word, column));
      }
    }
    for (Column column : Column.values()) {
      if (column.isLabelled()) {
        set("column." + column.key()).all().forEach(word -> labels.putIfAbsent(word, column));
      }
    }
    labels.keySet().forEach(label -> labelEnds.add(label.substring(label.lastIndexOf(' ') + 1)));
  }

  /** The words of one set in all languages. */
  Phrases set(String name) {
    Phrases set = sets.get(name);
    if (set == null) {
      throw new IllegalArgumentException("the vocabulary has no set " + name);
    }
    return set;
  }

  /** A key is a set and a language; the sets of priorities and kinds have no language. */
  private static Map<String, List<String>> file(Predicate<String> kept) {
    Map<String, List<String>> sets = new HashMap<>();
    for (String key : keys()) {
      String[] parts = key.split("\\.", -1);
      boolean languages = parts.length == 3 || OF_LANGUAGES.contains(parts[0]);
      String set = languages ? key.substring(0, key.lastIndexOf('.')) : key;
      List<String> words = sets.computeIfAbsent(set, s -> new ArrayList<>());
      if (kept.test(key)) {
        words.addAll(Arrays.asList(FILE.getString(key).split(",", -1)));
      }
    }
    return sets;
  }

  /** The keys of the file. */
  static Set<String> keys() {
    return FILE.keySet();
  }
}
