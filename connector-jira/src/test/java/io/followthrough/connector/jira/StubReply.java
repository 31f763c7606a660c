package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a stub of Atlassian's answers; a status of 0 ends the connection without a word. */
record StubReply(int status, Map<String, String> headers, String body) {
  StubReply {
    headers = Map.copyOf(headers);
  }

  static StubReply json(int status, JsonNode body) {
    return new StubReply(
        status, Map.of("Content-Type", "application/json;charset=UTF-8"), Json.write(body));
  }

  static StubReply empty(int status) {
    return new StubReply(status, Map.of(), "");
  }

  /** An error about the whole request. */
  static StubReply error(int status, String message) {
    ObjectNode body = Json.object();
    body.putArray("errorMessages").add(message);
    body.putObject("errors");
    return json(status, body);
  }

  /** An error about one field. */
  static StubReply wrong(String field, String message) {
    ObjectNode body = Json.object();
    body.putArray("errorMessages");
    body.putObject("errors").put(field, message);
    return json(400, body);
  }

  /** A page for people. */
  static StubReply page(int status, String html) {
    return new StubReply(status, Map.of("Content-Type", "text/html;charset=UTF-8"), html);
  }

  StubReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new StubReply(status, more, body);
  }
}
