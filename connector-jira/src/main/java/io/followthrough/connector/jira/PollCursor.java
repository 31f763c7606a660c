package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a poll of Jira stands.
 *
 * @param since what the search is asked for
 * @param told when each issue that the next search shows again had changed, in milliseconds since
 *     1970, so that it is not told twice
 */
record PollCursor(Instant since, Map<String, Long> told) {
  /** After so many issues within one overlap they are told again, which does no harm. */
  private static final int MOST_TOLD = 5000;

  PollCursor {
    requireNonNull(since, "since is null");
    told = Map.copyOf(told);
  }

  /** Reads a cursor; one that is empty or not ours begins anew. */
  static PollCursor read(Cursor cursor, Duration overlap) {
    JsonNode json = Json.parse(cursor.text()).orElseGet(Json::object);
    Optional<Instant> since = JiraFields.instant(json, "since");
    if (since.isEmpty()) {
      return new PollCursor(cursor.from().minus(overlap), Map.of());
    }
    Map<String, Long> told = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("told").properties()) {
      told.put(entry.getKey(), entry.getValue().asLong(0));
    }
    return new PollCursor(since.get(), told);
  }

  /** This cursor as text. */
  Cursor write(Instant from) {
    ObjectNode json = Json.object().put("since", since.toString());
    if (told.size() <= MOST_TOLD) {
      told.forEach(json.putObject("told")::put);
    }
    return new Cursor(Json.write(json), from);
  }
}
