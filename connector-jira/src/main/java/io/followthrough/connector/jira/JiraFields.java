package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Fields of a JSON object as Jira writes them, which may be absent or of another type. */
final class JiraFields {
  private JiraFields() {}

  /** An instant in either of the notations that Atlassian's products have. */
  static Optional<Instant> instant(JsonNode object, String name) {
    return Fields.optionalText(object, name).flatMap(Times::instant);
  }

  /** An id, which some operations give as a number and others as a text. */
  static String id(JsonNode object) {
    return object.path("id").asText("");
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
