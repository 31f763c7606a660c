package io.followthrough.extract;

import java.util.Locale;

/** What a document may state of its incident and of itself. */
enum FactKind {
  ID,
  TITLE,
  BEGAN,
  DATE,
  DETECTED,
  SEVERITY,
  SERVICE,
  OWNER,
  COMMANDER,
  AUTHOR,
  MODE,
  REPEAT,
  STATUS,
  LABEL,
  CONFIDENTIAL,
  FACTOR;

  /** The set of words in the vocabulary. */
  String set() {
    return "fact." + name().toLowerCase(Locale.ROOT);
  }
}
