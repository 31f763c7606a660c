package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our words for priorities as the names that a project has. */
final class Priorities {
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "critical", List.of("Highest", "Critical", "Blocker"),
          "high", List.of("High", "Major"),
          "medium", List.of("Medium", "Normal"),
          "low", List.of("Low", "Minor"));

  private final Map<String, String> names;

  Priorities(Map<String, String> names) {
    this.names = Map.copyOf(requireNonNull(names, "names is null"));
  }

  /** The names that a word may have, the configured one alone where there is one. */
  List<String> names(String word) {
    String configured = names.get(word);
    return configured == null ? USUAL.getOrDefault(word, List.of(word)) : List.of(configured);
  }

  /** The priority of a field that a word stands for. */
  Optional<JsonNode> in(JsonNode field, String word) {
    List<JsonNode> allowed = JiraFields.list(field.path("allowedValues"));
    return names(word).stream()
        .flatMap(
            name ->
                allowed.stream().filter(value -> Fields.text(value, "name").equalsIgnoreCase(name)))
        .findFirst();
  }

  /** True where a ticket's priority is what a word stands for. */
  boolean isSame(String word, Optional<String> name) {
    return name.filter(shown -> names(word).stream().anyMatch(shown::equalsIgnoreCase)).isPresent();
  }
}
