package io.followthrough.connector.linear;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Linear's filters on trees, as far as we use them; anything else is an error of the test. */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class StubFilter {
  private StubFilter() {}

  static boolean matches(Map<String, Object> node, Map<String, Object> filter) {
    return filter.entrySet().stream()
        .allMatch(part -> matches(node, part.getKey(), part.getValue()));
  }

  @SuppressWarnings("unchecked")
  private static boolean matches(Map<String, Object> node, String key, Object condition) {
    if (key.equals("or")) {
      return ((List<Map<String, Object>>) condition).stream().anyMatch(one -> matches(node, one));
    }
    if (key.equals("accessibleTeams")) {
      Map<String, Object> some =
          (Map<String, Object>) ((Map<String, Object>) condition).get("some");
      return StubWorld.list(node, "teams").stream().anyMatch(team -> matches(team, some));
    }
    if (key.equals("and")) {
      return ((List<Map<String, Object>>) condition).stream().allMatch(one -> matches(node, one));
    }
    Object value = node.get(key);
    Map<String, Object> conditions = (Map<String, Object>) condition;
    if (conditions.containsKey("null")) {
      return (value == null) == conditions.get("null").equals(true);
    }
    if (value instanceof Map<?, ?> child) {
      return matches((Map<String, Object>) child, conditions);
    }
    return value != null
        && conditions.entrySet().stream()
            .allMatch(one -> compares(value, one.getKey(), one.getValue()));
  }

  private static boolean compares(Object value, String comparator, Object other) {
    String text = String.valueOf(value);
    return switch (comparator) {
      case "eq" -> value.equals(other);
      case "in" -> ((List<?>) other).contains(value);
      case "contains" -> text.contains((String) other);
      case "eqIgnoreCase" ->
          text.toLowerCase(Locale.ROOT).equals(((String) other).toLowerCase(Locale.ROOT));
      case "gte" -> !Instant.parse(text).isBefore(Instant.parse((String) other));
      default -> throw new IllegalArgumentException("the stub has no comparator " + comparator);
    };
  }
}
