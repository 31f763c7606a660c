package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as a stub of Atlassian's sees it; {@code signIn} is its Authorization header. */
record StubRequest(
    String method, String path, Map<String, String> query, String signIn, String body) {
  StubRequest {
    query = Map.copyOf(query);
  }

  static StubRequest of(String method, String url, String signIn, String body) {
    URI uri = URI.create(url);
    Map<String, String> query = new LinkedHashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new StubRequest(method, uri.getRawPath(), query, signIn, body);
  }

  /** The same request at another path. */
  StubRequest at(String other) {
    return new StubRequest(method, other, query, signIn, body);
  }

  /** The path's segments, decoded. */
  String[] segments() {
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      segments[i] = decode(segments[i]);
    }
    return segments;
  }

  JsonNode json() {
    return Json.parse(body).orElseGet(Json::object);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(query.getOrDefault(name, Integer.toString(otherwise)));
  }

  private static String decode(String words) {
    return URLDecoder.decode(words, StandardCharsets.UTF_8);
  }
}
