package io.followthrough.connector.linear;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the stub of Linear says instead of doing what it is asked. */
final class StubRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final String type;
  private final String forPeople;

  StubRefusal(String message, String code, String type, String forPeople) {
    super(message);
    this.code = code;
    this.type = type;
    this.forPeople = forPeople;
  }

  /** As it was seen live, on issues and on comments. */
  static StubRefusal conflict(String entity, String id) {
    return new StubRefusal(
        "conflict on insert of " + entity,
        "INPUT_ERROR",
        "invalid input",
        "Entity " + entity + " with id " + id + " already exists.");
  }

  static StubRefusal absent(String entity) {
    return new StubRefusal(
        "Entity not found: " + entity,
        "INPUT_ERROR",
        "invalid input",
        "Could not find referenced " + entity + ".");
  }

  static StubRefusal input(String forPeople) {
    return new StubRefusal("Argument Validation Error", "INPUT_ERROR", "invalid input", forPeople);
  }

  Map<String, Object> extensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code);
    extensions.put("type", type);
    extensions.put("statusCode", 400);
    extensions.put("userError", true);
    extensions.put("userPresentableMessage", forPeople);
    return extensions;
  }
}
