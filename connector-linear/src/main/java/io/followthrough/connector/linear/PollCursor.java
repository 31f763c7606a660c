package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where a poll of Linear stands.
 *
 * @param since the time of change from which on Linear is asked
 * @param told prints of what was told already of what changed since
 */
record PollCursor(Instant since, Set<String> told) {
  /**
   * What changed within this time before the newest change is asked for again: a change may become
   * visible after a later one, and the clocks may differ.
   */
  static final Duration OVERLAP = Duration.ofMinutes(2);

  /** More are not kept: what is told twice does no harm. */
  private static final int KEPT = 1_000;

  PollCursor {
    requireNonNull(since, "since is null");
    told = Set.copyOf(told);
  }

  /** Reads a cursor; one that is empty or not ours begins anew. */
  static PollCursor read(Cursor cursor) {
    JsonNode json = Json.parse(cursor.text()).orElseGet(Json::object);
    Optional<Instant> since = Fields.instant(json, "since");
    if (since.isEmpty()) {
      return new PollCursor(cursor.from().minus(OVERLAP), Set.of());
    }
    Set<String> told = new LinkedHashSet<>();
    json.path("told").forEach(print -> told.add(print.asText("")));
    return new PollCursor(since.get(), told);
  }

  /** This cursor as text. */
  Cursor write(Instant from) {
    ObjectNode json = Json.object().put("since", since.toString());
    ArrayNode prints = json.putArray("told");
    told.stream().sorted().limit(KEPT).forEach(prints::add);
    return new Cursor(Json.write(json), from);
  }

  /** The print of one state of an issue or a comment. */
  static String print(JsonNode node) {
    String state = Fields.text(node, "id") + "@" + Fields.text(node, "updatedAt");
    return Integer.toHexString(state.hashCode()) + Fields.text(node, "id").replaceFirst("-.*", "");
  }
}
