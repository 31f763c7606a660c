package io.followthrough.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Fields of a JSON object that may be absent, null or of another type than described. */
public final class Fields {
  private Fields() {}

  /** A text; empty where there is none. */
  public static String text(JsonNode object, String name) {
    return optionalText(object, name).orElse("");
  }

  /** A text, where the field is there and one. */
  public static Optional<String> optionalText(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /** An instant of ISO-8601, where the field is one. */
  public static Optional<Instant> instant(JsonNode object, String name) {
    try {
      return optionalText(object, name).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** True for an object or value that is there and not null. */
  public static boolean has(JsonNode object, String name) {
    return object.hasNonNull(name);
  }
}
