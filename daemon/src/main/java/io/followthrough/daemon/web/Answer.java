package io.followthrough.daemon.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What is sent back. */
final class Answer {
  private final int status;
  private final String type;
  private final byte[] body;
  private final Map<String, String> headers;

  /**
   * An answer.
   *
   * @param body not changed from now on
   * @param headers beside those that every answer has
   */
  Answer(int status, String type, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.type = requireNonNull(type, "type is null");
    this.body = requireNonNull(body, "body is null");
    this.headers = Map.copyOf(headers);
  }

  static Answer of(int status, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Answer(status, type, bytes, Map.of("Cache-Control", "no-store"));
  }

  static Answer html(int status, String body) {
    return of(status, "text/html; charset=utf-8", body);
  }

  static Answer json(int status, JsonNode body) {
    return of(status, "application/json", body + "\n");
  }

  static Answer text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body + "\n");
  }

  Answer with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, body, more);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  int length() {
    return body.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(body);
  }

  Map<String, String> headers() {
    return headers;
  }
}
