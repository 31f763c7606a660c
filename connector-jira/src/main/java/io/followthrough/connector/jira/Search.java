package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import java.io.Serial;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Issues by Jira's query language, over all pages. On Cloud a page may be shorter than asked for
 * and the end is a page without a token for the next; a Data Center counts from the start.
 */
final class Search {
  private static final int MOST_PAGES = 1000;

  private final JiraApi api;

  Search(JiraApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /**
   * The issues of a query, each once.
   *
   * @throws Refused where Jira does not take the query, as when a project is out of sight
   */
  List<JsonNode> all(String operation, String jql, List<String> fields) {
    return api.isCloud() ? byToken(operation, jql, fields) : byCount(operation, jql, fields);
  }

  /**
   * The issues that changed since an instant, each once. What changes while a Data Center's pages
   * are turned moves to their end and draws the next page nearer, so that another would slip
   * between two pages: each page begins at the instant at which the last one ended.
   *
   * @param jql the query since an instant, ordered by time
   */
  List<JsonNode> changes(
      String operation, Function<Instant, String> jql, Instant since, List<String> fields) {
    if (api.isCloud()) {
      return byToken(operation, jql.apply(since), fields);
    }
    Map<String, JsonNode> found = new LinkedHashMap<>();
    Instant from = since;
    int start = 0;
    while (true) {
      ObjectNode query = query(jql.apply(from), fields).put("startAt", start);
      JsonNode json = JiraApi.object(ask(operation, "/search", query));
      List<JsonNode> page = page(json, found);
      if (page.isEmpty() || start + page.size() >= json.path("total").asInt(0)) {
        return List.copyOf(found.values());
      }
      Instant end = updatedAt(page.get(page.size() - 1));
      start = end.isAfter(from) ? 0 : start + page.size();
      from = end.isAfter(from) ? end : from;
    }
  }

  /** Jira does not take a query. */
  static final class Refused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    Refused(Reply reply) {
      super(AtlassianFailure.words(reply));
      this.reply = reply;
    }

    Reply reply() {
      return reply;
    }
  }

  /** A text within a query. */
  static String quoted(String words) {
    return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private List<JsonNode> byToken(String operation, String jql, List<String> fields) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    Optional<String> token = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      ObjectNode query = query(jql, fields);
      query.putArray("properties").add(IssueReader.PROPERTY);
      token.ifPresent(words -> query.put("nextPageToken", words));
      Reply reply = ask(operation, "/search/jql", query);
      JsonNode json = JiraApi.object(reply);
      page(json, found);
      Optional<String> next = Fields.optionalText(json, "nextPageToken");
      if (json.path("isLast").asBoolean(false) || next.isEmpty()) {
        return List.copyOf(found.values());
      }
      if (next.equals(token)) {
        throw reply.unreadable("a search that gives the same page again");
      }
      token = next;
    }
    throw new IllegalStateException("a search of more than " + MOST_PAGES + " pages");
  }

  private List<JsonNode> byCount(String operation, String jql, List<String> fields) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    int start = 0;
    while (true) {
      ObjectNode query = query(jql, fields).put("startAt", start);
      JsonNode json = JiraApi.object(ask(operation, "/search", query));
      int size = page(json, found).size();
      start += size;
      if (size == 0 || start >= json.path("total").asInt(0)) {
        return List.copyOf(found.values());
      }
    }
  }

  private Reply ask(String operation, String path, ObjectNode query) {
    Reply reply = api.exchange(HttpCall.query(operation, path, query));
    if (reply.status() == 400) {
      throw new Refused(reply);
    }
    if (!reply.isSuccess()) {
      throw api.failure(reply);
    }
    JsonNode issues = JiraApi.object(reply).path("issues");
    if (!issues.isArray()) {
      throw reply.unreadable("a search without issues");
    }
    if (issues.isEmpty()) {
      api.site().checkIsNotAnonymous(reply);
    }
    return reply;
  }

  private static List<JsonNode> page(JsonNode json, Map<String, JsonNode> found) {
    List<JsonNode> issues = JiraFields.list(json.path("issues"));
    issues.forEach(issue -> found.put(JiraFields.id(issue), issue));
    return issues;
  }

  static Instant updatedAt(JsonNode issue) {
    return JiraFields.instant(issue.path("fields"), "updated").orElse(Instant.EPOCH);
  }

  private static ObjectNode query(String jql, List<String> fields) {
    ObjectNode query = Json.object().put("jql", jql).put("maxResults", JiraApi.PAGE);
    fields.forEach(query.putArray("fields")::add);
    return query;
  }
}
