package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sprint that a project's team plans next, by Jira Software's own API; asked once an hour. */
final class Sprints {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final String AGILE = "/rest/agile/1.0/board";

  private final JiraApi api;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(Optional<Long> sprint, Instant at) {}

  Sprints(JiraApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /** The number of the first sprint of the project's scrum board that has not begun. */
  Optional<Long> next(String project) {
    Answer known = answers.get(project);
    if (known == null || api.now().isAfter(known.at().plus(REMEMBERED))) {
      known = new Answer(ask(project), api.now());
      answers.put(project, known);
    }
    return known.sprint();
  }

  private Optional<Long> ask(String project) {
    return values(AGILE + "?type=scrum&projectKeyOrId=" + HttpCall.encode(project)).stream()
        .map(board -> board.path("id").asLong(0))
        .flatMap(board -> values(AGILE + "/" + board + "/sprint?state=future").stream())
        .min(
            Comparator.comparing(
                    (JsonNode sprint) ->
                        JiraFields.instant(sprint, "startDate").orElse(Instant.MAX))
                .thenComparing(sprint -> sprint.path("id").asLong(0)))
        .map(sprint -> sprint.path("id").asLong(0));
  }

  /** A project without Jira Software has no boards, which is no failure. */
  private List<JsonNode> values(String path) {
    Reply reply = api.site().send(HttpCall.get("find next sprint", path));
    if (reply.status() == 404 || reply.status() == 400 || reply.status() == 403) {
      return List.of();
    }
    if (!reply.isSuccess()) {
      throw api.failure(reply);
    }
    return JiraFields.list(JiraApi.object(reply).path("values"));
  }
}
