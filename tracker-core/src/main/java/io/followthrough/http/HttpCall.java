package io.followthrough.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the configured site.
 *
 * @param operation what is tried, in a few words for people, such as {@code create ticket}
 * @param url a path below the site's base address, beginning with a slash, or an absolute address
 *     of the same origin that the site itself gave
 * @param write true where the request may change something, so that a lost reply leaves its outcome
 *     unknown
 */
public record HttpCall(
    String operation,
    String method,
    String url,
    Map<String, String> headers,
    Optional<JsonNode> body,
    boolean write) {
  public HttpCall {
    requireNonNull(operation, "operation is null");
    requireNonNull(method, "method is null");
    requireNonNull(url, "url is null");
    headers = Map.copyOf(headers);
    requireNonNull(body, "body is null");
  }

  /** A read without a body. */
  public static HttpCall get(String operation, String url) {
    return new HttpCall(operation, "GET", url, Map.of(), Optional.empty(), false);
  }

  /** A read whose question is its body, as in GraphQL; its redirects are not followed. */
  public static HttpCall query(String operation, String url, JsonNode body) {
    return new HttpCall(operation, "POST", url, Map.of(), Optional.of(body), false);
  }

  /** A write with a body. */
  public static HttpCall write(String operation, String method, String url, JsonNode body) {
    return new HttpCall(operation, method, url, Map.of(), Optional.of(body), true);
  }

  /** A write without a body, such as a deletion. */
  public static HttpCall write(String operation, String method, String url) {
    return new HttpCall(operation, method, url, Map.of(), Optional.empty(), true);
  }

  /** This request with a header. */
  public HttpCall with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new HttpCall(operation, method, url, more, body, write);
  }

  /** This request at another address. */
  public HttpCall at(String other) {
    return new HttpCall(operation, method, other, headers, body, write);
  }

  /** Words as one segment of a path or one value of a query. */
  public static String encode(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
