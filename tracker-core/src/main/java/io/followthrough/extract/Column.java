package io.followthrough.extract;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a column of a table holds. */
enum Column {
  TITLE,
  OWNER,
  DUE,
  STATUS,
  TICKET,
  PRIORITY,
  KIND,
  THEME,
  CRITERION,
  EFFORT,
  BLOCKED,
  SERVICE,
  RISK,
  REASON,
  REVIEW,
  NUMBER,
  TIME,
  NOTES;

  /** The word of the vocabulary and of the configuration. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the fact also comes with a label: "Owner: Alice". */
  boolean isLabelled() {
    return this != TITLE && this != NUMBER && this != TIME;
  }

  static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Column column : values()) {
      keys.add(column.key());
    }
    return keys;
  }
}
