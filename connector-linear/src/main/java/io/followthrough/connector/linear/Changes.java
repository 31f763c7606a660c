package io.followthrough.connector.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * What changed in a whole workspace since an instant, issues and comments, newest first.
 *
 * @param number counts up from 1 for each reading
 * @param whole false where Linear could not give all of it
 */
record Changes(
    long number,
    Instant since,
    Instant readAt,
    List<JsonNode> issues,
    List<JsonNode> comments,
    boolean whole) {
  Changes {
    issues = List.copyOf(issues);
    comments = List.copyOf(comments);
  }
}
