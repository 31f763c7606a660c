package io.followthrough.connector.jira;

import java.time.Instant;
import java.util.Map;

/**
 * A request that reached a stub of Atlassian's, and what became of it.
 *
 * @param query the decoded query
 * @param status what was answered; 0 where the connection just ended
 */
public record StubExchange(
    int number,
    Instant at,
    String method,
    String path,
    Map<String, String> query,
    String requestBody,
    int status,
    String replyBody) {
  public StubExchange {
    query = Map.copyOf(query);
  }

  /** True where it could change something. */
  public boolean isWrite() {
    return !method.equals("GET")
        && !path.endsWith("/search")
        && !path.endsWith("/search/jql")
        && !path.endsWith("/comment/list")
        && !path.endsWith("/bulkfetch");
  }

  /** Method, path and status in one line. */
  public String line() {
    return method + " " + path + " " + status;
  }
}
