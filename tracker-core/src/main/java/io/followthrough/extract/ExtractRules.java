package io.followthrough.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of reading: the built-in vocabulary and what the configuration adds to it. */
public final class ExtractRules {
  private static final Map<String, String> HEADINGS =
      Map.of(
          "action-items", "section.action",
          "proposals", "section.proposal",
          "other", "section.other");
  private static final ExtractRules DEFAULTS = new ExtractRules(Map.of());

  private final Vocabulary vocabulary;

  private ExtractRules(Map<String, List<String>> more) {
    this(new Vocabulary(more));
  }

  ExtractRules(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The built-in vocabulary alone. */
  public static ExtractRules defaults() {
    return DEFAULTS;
  }

  /**
   * The built-in vocabulary with more words.
   *
   * @param headings words of headings by {@link #headingKinds}
   * @param columns words of table headers by {@link #columnKinds}
   */
  public static ExtractRules of(
      Map<String, List<String>> headings, Map<String, List<String>> columns) {
    Map<String, List<String>> more = new HashMap<>();
    headings.forEach((kind, words) -> more.put(known(HEADINGS.get(kind), kind), words));
    columns.forEach(
        (kind, words) -> {
          String set = columnKinds().contains(kind) ? "column." + kind : null;
          more.put(known(set, kind), words);
        });
    return more.isEmpty() ? DEFAULTS : new ExtractRules(more);
  }

  private static String known(@org.jspecify.annotations.Nullable String set, String kind) {
    if (set == null) {
      throw new IllegalArgumentException("no such kind of word: " + kind);
    }
    return set;
  }

  /** The keys that {@code extract.headings} of the configuration may have. */
  public static Set<String> headingKinds() {
    return HEADINGS.keySet();
  }

  /** The keys that {@code extract.columns} of the configuration may have. */
  public static Set<String> columnKinds() {
    return Column.keys();
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }
}
