package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.http.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Atlassian's own OpenAPI descriptions of Jira, where they are at hand. Both want a colon in the
 * zone of a time, which Jira does not write, and one remote link for a list of them. That of a Data
 * Center describes a row where a list or a page of rows is answered, every field and property as an
 * object or a text, which may be anything, and leaves {@code expand} of transitions out.
 */
final class JiraDescription {
  private static final Pattern ANY_FIELD =
      Pattern.compile(".*/fields/[A-Za-z0-9_]+: [a-z]+ found, object expected");

  private final Optional<OpenApi> description;
  private final boolean cloud;

  private JiraDescription(Optional<OpenApi> description, boolean cloud) {
    this.description = description;
    this.cloud = cloud;
  }

  static JiraDescription of(boolean cloud) {
    return new JiraDescription(
        OpenApi.find(cloud ? "jira-cloud.openapi.json" : "jira-dc.openapi.json"), cloud);
  }

  boolean isAtHand() {
    return description.isPresent();
  }

  List<String> check(StubRequest request, Optional<StubReply> reply) {
    String path =
        request.path().startsWith(JiraStub.GATEWAY_PATH)
            ? request.path().substring(JiraStub.GATEWAY_PATH.length())
            : request.path();
    if (description.isEmpty() || !path.startsWith("/rest/api/")) {
      return List.of();
    }
    Map<String, String> query = new TreeMap<>(request.query());
    String described = cloud ? path : path.substring("/rest".length());
    if (!cloud && path.endsWith("/transitions")) {
      query.remove("expand");
    }
    String body = cloud ? request.body() : plainProperties(request.body());
    OpenApi.Asked asked = new OpenApi.Asked(request.method(), described, query, body);
    Optional<StubReply> json =
        reply
            .filter(answer -> answer.body().isEmpty() || answer.body().startsWith("{"))
            .or(() -> reply.filter(answer -> answer.body().startsWith("[")));
    List<String> problems = new ArrayList<>();
    if (json.isEmpty()) {
      problems.addAll(description.get().check(asked, Optional.empty()));
    }
    json.ifPresent(
        answer ->
            rows(request, answer)
                .forEach(
                    row ->
                        problems.addAll(
                            description
                                .get()
                                .check(
                                    asked,
                                    Optional.of(new OpenApi.Answered(answer.status(), row))))));
    problems.removeIf(problem -> problem.endsWith("must be a valid RFC 3339 date-time"));
    problems.removeIf(problem -> !cloud && ANY_FIELD.matcher(problem).matches());
    return problems;
  }

  /** What is described of a reply: on a Data Center each row of a list by itself. */
  private List<String> rows(StubRequest request, StubReply reply) {
    boolean rowByRow = !cloud || request.path().endsWith("/remotelink");
    if (!rowByRow || reply.status() != 200) {
      return List.of(reply.body());
    }
    JsonNode json = Json.parse(reply.body()).orElseGet(Json::object);
    JsonNode rows = json.isArray() ? json : json.path("values");
    if (!rows.isArray()) {
      return List.of(reply.body());
    }
    List<String> each = new ArrayList<>();
    rows.forEach(row -> each.add(Json.write(row)));
    return each.isEmpty() ? List.of("") : each;
  }

  private static String plainProperties(String body) {
    JsonNode json = Json.parse(body).orElseGet(Json::object);
    for (JsonNode property : json.path("properties")) {
      if (property instanceof ObjectNode object && object.path("value").isObject()) {
        object.put("value", Json.write(object.path("value")));
      }
    }
    return body.isEmpty() ? "" : Json.write(json);
  }
}
