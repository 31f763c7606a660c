package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as the stub of GitHub sees it. */
record StubRequest(
    String method,
    String path,
    Map<String, String> query,
    String token,
    String etag,
    String version,
    String body) {
  StubRequest {
    query = Map.copyOf(query);
  }

  static StubRequest of(String method, String url, String authorization, String etag, String body) {
    return of(method, url, authorization, etag, "", body);
  }

  static StubRequest of(
      String method, String url, String authorization, String etag, String version, String body) {
    URI uri = URI.create(url);
    Map<String, String> query = new LinkedHashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new StubRequest(
        method,
        uri.getRawPath(),
        query,
        authorization.replaceFirst("^Bearer ", ""),
        etag,
        version,
        body);
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
