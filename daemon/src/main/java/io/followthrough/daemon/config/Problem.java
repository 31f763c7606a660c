package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong, doubtful or not yet possible in the configuration, and where.
 *
 * @param file the file as it was named
 * @param line from 1; 0 if the problem is not in one place
 * @param column from 1; 0 if the problem is not in one place
 * @param key the path of the key, as {@code sources[0].path}; empty for the file itself
 * @param message what is wrong and what was expected; never holds a secret's value
 * @param hint how to mend it, or the nearest known name
 */
public record Problem(
    String file, int line, int column, String key, String message, Optional<String> hint) {
  static final Comparator<Problem> IN_ORDER_OF_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::key)
          .thenComparing(Problem::message);

  public Problem {
    requireNonNull(file, "file is null");
    requireNonNull(key, "key is null");
    requireNonNull(message, "message is null");
    requireNonNull(hint, "hint is null");
  }

  static Problem of(Place place, String key, String message) {
    return of(place, key, message, Optional.empty());
  }

  static Problem of(Place place, String key, String message, String hint) {
    return of(place, key, message, Optional.of(hint));
  }

  static Problem of(Place place, String key, String message, Optional<String> hint) {
    return new Problem(place.file(), place.line(), place.column(), key, message, hint);
  }

  /** Returns the problem in one line: {@code file:line:column: key: message; hint}. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    String about = key.isEmpty() ? "" : key + ": ";
    return place + ": " + about + message + hint.map(it -> "; " + it).orElse("");
  }
}
