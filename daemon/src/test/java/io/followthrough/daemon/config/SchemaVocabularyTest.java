package io.followthrough.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.extract.ExtractRules;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Priority;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the schema are those of the program. */
final class SchemaVocabularyTest {
  private static Schema at(String... path) {
    Schema schema = Schema.ofFile();
    for (String key : path) {
      schema = schema.items().orElse(schema).property(key);
    }
    return schema;
  }

  @Test
  void whatHeadingsAndColumnsMayHoldIsWhatTheExtractionKnows() {
    assertEquals(ExtractRules.headingKinds(), at("extract", "headings").properties().keySet());
    assertEquals(ExtractRules.columnKinds(), at("extract", "columns").properties().keySet());
  }

  @Test
  void kindsAndPrioritiesAreThoseOfItems() {
    Set<String> kinds =
        Arrays.stream(ActionKind.values()).map(ActionKind::word).collect(Collectors.toSet());
    assertEquals(kinds, Set.copyOf(at("routes", "kind").choices().get(0).words()));
    Set<String> priorities =
        Arrays.stream(Priority.values()).map(Priority::word).collect(Collectors.toSet());
    assertEquals(priorities, at("gate", "due-default").choices().get(1).properties().keySet());
  }
}
