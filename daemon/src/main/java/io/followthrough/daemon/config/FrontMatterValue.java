package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

/** A key of the front matter with the value it must have. */
public record FrontMatterValue(String key, String value) {
  public FrontMatterValue {
    requireNonNull(key, "key is null");
    requireNonNull(value, "value is null");
  }

  static FrontMatterValue parse(String text) {
    int equals = text.indexOf('=');
    return new FrontMatterValue(
        text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }
}
