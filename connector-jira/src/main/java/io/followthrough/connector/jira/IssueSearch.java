package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The issues that a query finds, with the instant of their last change: pages by token on Cloud, by
 * count on a Data Center. A short page is no end.
 */
final class IssueSearch {
  private static final int LIMIT = 1_000;
  private static final int MOST_REPLIES = 1_000;

  /** What stands in quotes, or the words that begin the order. */
  private static final Pattern ORDER =
      Pattern.compile("(?i)\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|\\border\\s+by\\b");

  private final SourceSite site;
  private final String jql;

  IssueSearch(SourceSite site, String jql) {
    this.site = site;
    this.jql = unordered(jql);
  }

  /** The instants of the last changes, as the site writes them, by the ids of the issues. */
  Map<String, String> all() {
    return all(jql + " ORDER BY created ASC", Optional.empty());
  }

  /** Whether the query finds an issue, whatever its index has not seen yet. */
  boolean finds(String id) {
    return all("(" + jql + ") AND id = " + id, Optional.of(id)).containsKey(id);
  }

  /**
   * Whether the index has an issue as it is since its last change, so that what it does not find
   * there is not there. Cloud is asked to look at the issue itself, and always has.
   */
  boolean knows(String id, Instant updated) {
    return site.edition() == Edition.CLOUD
        || all(
                "id = " + id + " AND updated >= " + updated.getEpochSecond() * 1_000,
                Optional.empty())
            .containsKey(id);
  }

  private Map<String, String> all(String query, Optional<String> reconciled) {
    boolean cloud = site.edition() == Edition.CLOUD;
    Map<String, String> issues = new TreeMap<>();
    Set<String> asked = new HashSet<>();
    ObjectNode body = Json.object().put("jql", query).put("maxResults", LIMIT);
    body.putArray("fields").add("updated");
    if (cloud) {
      reconciled.ifPresent(id -> body.putArray("reconcileIssues").add(Long.parseLong(id)));
    }
    String path = cloud ? "/rest/api/3/search/jql" : "/rest/api/2/search";
    int start = 0;
    while (true) {
      if (!asked.add(Json.write(body)) || asked.size() > MOST_REPLIES) {
        throw site.failure("the list of issues does not end; narrow it by `jql`");
      }
      JsonNode answer =
          site.get(
              HttpCall.query("list issues", path, body),
              reply -> reply.path("issues").isEmpty() && issues.isEmpty());
      if (!answer.path("issues").isArray()) {
        throw site.failure("list issues: a reply without issues");
      }
      for (JsonNode issue : answer.path("issues")) {
        String id = issue.path("id").asText("");
        String updated = issue.path("fields").path("updated").asText("");
        if (id.matches("\\d{1,19}") && !updated.isEmpty()) {
          issues.put(id, updated);
        }
      }
      start += answer.path("issues").size();
      String token = answer.path("nextPageToken").asText("");
      boolean last =
          cloud
              ? token.isEmpty() || answer.path("isLast").asBoolean(false)
              : answer.path("issues").isEmpty() || start >= answer.path("total").asInt(0);
      if (last) {
        return issues;
      }
      if (cloud) {
        body.put("nextPageToken", token);
      } else {
        body.put("startAt", start);
      }
    }
  }

  /** A query without its order: ours keeps pages from shifting while issues change. */
  static String unordered(String jql) {
    Matcher order = ORDER.matcher(jql);
    while (order.find()) {
      if (!order.group().startsWith("\"") && !order.group().startsWith("'")) {
        return jql.substring(0, order.start()).strip();
      }
    }
    return jql.strip();
  }
}
