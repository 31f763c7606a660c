package io.followthrough.connector.github;

import java.time.Instant;
import java.util.Map;

/**
 * A request that reached the stub of GitHub, and what became of it.
 *
 * @param query the decoded query
 * @param conditional true where it carried {@code If-None-Match}
 * @param status what was answered; 0 where the connection just ended
 */
public record StubExchange(
    int number,
    Instant at,
    String method,
    String path,
    Map<String, String> query,
    boolean conditional,
    String requestBody,
    int status,
    String replyBody) {
  /** True where it could change something. */
  public boolean isWrite() {
    return !method.equals("GET");
  }

  /** Method, path and status in one line. */
  public String line() {
    return method + " " + path + " " + status;
  }
}
