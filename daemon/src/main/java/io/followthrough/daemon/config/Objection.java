package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a format has against a value.
 *
 * @param message what was expected
 * @param hint how to mend it
 * @param shown whether the value may be shown beside the message
 */
record Objection(String message, Optional<String> hint, boolean shown) {
  Objection {
    requireNonNull(message, "message is null");
    requireNonNull(hint, "hint is null");
  }

  static Objection expected(String what) {
    return new Objection("expected " + what, Optional.empty(), true);
  }

  static Objection expected(String what, String hint) {
    return new Objection("expected " + what, Optional.of(hint), true);
  }
}
