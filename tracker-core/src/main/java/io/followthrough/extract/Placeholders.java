package io.followthrough.extract;

import java.util.regex.Pattern;

/** Text that a template holds where people are to write. */
final class Placeholders {
  private static final Pattern HOLE =
      Pattern.compile(
          "\\{\\{.{0,200}?}}|<[A-Za-z][^<>]{1,60}>|\\$\\{[^}]{0,200}}|^\\[[^\\]]{1,60}\\]$|^_{3,}$|%[A-Z_]+%");

  /** The signs with which holes begin. */
  private static final String HOLES = "{<$[_%";

  private final Phrases empty;
  private final Phrases template;

  Placeholders(Vocabulary vocabulary) {
    this.empty = vocabulary.set("placeholder");
    this.template = vocabulary.set("template");
  }

  /** Whether the text says nothing: empty, dots, "TBD", "N/A", a hole to fill in. */
  boolean isNothing(String text) {
    String words = Normal.words(text);
    if (words.isEmpty() || empty.has(words)) {
      return true;
    }
    if (!Glance.hasAny(HOLES, text, 0, text.length())) {
      return false;
    }
    String rest = Normal.words(HOLE.matcher(text.strip()).replaceAll(" "));
    return rest.isEmpty();
  }

  /** Whether the text tells the writer what to write. */
  boolean isInstruction(String text) {
    return template.in(text) || (text.contains("{{") && HOLE.matcher(text.strip()).find());
  }

  /** Whether a value is left open: like {@link #isNothing}, but "TBD" is an answer. */
  boolean isAbsent(String value) {
    String words = Normal.words(value);
    return words.isEmpty()
        || words.equals("n a")
        || words.equals("na")
        || words.equals("none")
        || words.equals("null")
        || words.equals("nil")
        || HOLE.matcher(value.strip()).matches();
  }
}
