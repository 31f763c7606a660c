package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.HttpSettings;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Whether strangers may read a space: it is asked for without a token. Whatever is not a plain yes
 * is a no. The answer is kept for an hour. Used by one thread at a time.
 */
final class ConfluenceVisibility implements AutoCloseable {
  private static final Duration KEPT = Duration.ofHours(1);

  private final String space;
  private final Edition edition;
  private final InstantSource clock;
  private final HttpEdge everybody;
  private Optional<Boolean> known = Optional.empty();
  private Instant since = Instant.EPOCH;

  ConfluenceVisibility(
      String url, String space, Edition edition, HttpSettings http, InstantSource clock) {
    this.space = space;
    this.edition = edition;
    this.clock = clock;
    this.everybody = new HttpEdge(url, http, Map.of());
  }

  /** True where the space is not open to everybody, or it can't be found out. */
  boolean isPrivate() {
    Instant now = clock.instant();
    if (known.isEmpty() || since.plus(KEPT).isBefore(now)) {
      known = Optional.of(!isSeenByStrangers());
      since = now;
    }
    return known.get();
  }

  @Override
  public void close() {
    everybody.close();
  }

  private boolean isSeenByStrangers() {
    boolean cloud = edition == Edition.CLOUD;
    String path = cloud ? "/api/v2/spaces?keys=" : "/rest/api/space/";
    HttpCall call = HttpCall.get("ask as a stranger", path + HttpCall.encode(space));
    try {
      Reply reply = everybody.exchange(call.with("Accept", "application/json"));
      JsonNode body = Json.parse(reply.text()).orElseGet(Json::object);
      JsonNode shown = cloud ? body.path("results").path(0) : body;
      return reply.status() == 200 && shown.path("key").asText("").equalsIgnoreCase(space);
    } catch (TrackerException e) {
      return false;
    }
  }
}
