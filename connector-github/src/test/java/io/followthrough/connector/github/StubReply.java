package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the stub of GitHub answers. */
record StubReply(int status, Map<String, String> headers, String body) {
  private static final String DOCUMENTATION = "https://docs.github.com/rest";

  StubReply {
    headers = Map.copyOf(headers);
  }

  static StubReply json(int status, JsonNode body) {
    return new StubReply(
        status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.write(body));
  }

  static StubReply empty(int status) {
    return new StubReply(status, Map.of(), "");
  }

  static StubReply message(int status, String message) {
    return json(status, error(status, message));
  }

  static StubReply invalid(String resource, String field, String code) {
    ObjectNode body = Json.object().put("message", "Validation Failed");
    body.putArray("errors")
        .addObject()
        .put("resource", resource)
        .put("field", field)
        .put("code", code);
    return json(422, body.put("documentation_url", DOCUMENTATION).put("status", "422"));
  }

  static StubReply moved(String location) {
    return json(301, error(301, "Moved Permanently").put("url", location))
        .with("Location", location);
  }

  StubReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new StubReply(status, more, body);
  }

  private static ObjectNode error(int status, String message) {
    return Json.object()
        .put("message", message)
        .put("documentation_url", DOCUMENTATION)
        .put("status", Integer.toString(status));
  }
}
