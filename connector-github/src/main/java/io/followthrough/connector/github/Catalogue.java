package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a repository and its organisation offer for issues: open milestones, issue types, fields.
 * Each list is read when it is needed and remembered for an hour. A server or an owner that has no
 * such thing answers 404, which is an empty list.
 */
final class Catalogue {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final GitHubApi api;
  private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

  private record Shelf(List<JsonNode> rows, Instant at) {}

  Catalogue(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /** The number of an open milestone by its title or number. */
  Optional<Integer> milestone(String titleOrNumber) {
    return rows("read milestones", milestones()).stream()
        .filter(
            row ->
                Fields.text(row, "title").equalsIgnoreCase(titleOrNumber.strip())
                    || row.path("number").asText("").equals(titleOrNumber.strip()))
        .map(row -> row.path("number").asInt())
        .findFirst();
  }

  /** The names of the open milestones. */
  List<String> milestoneTitles() {
    return names("read milestones", milestones(), "title");
  }

  /** The names of the issue types that the repository has. */
  List<String> types() {
    return names("read issue types", api.home().path() + "/issue-types", "name");
  }

  /** The id of a date field of the organisation by its name. */
  Optional<Long> dateField(String name) {
    return dateFields()
        .filter(row -> Fields.text(row, "name").equalsIgnoreCase(name.strip()))
        .map(row -> row.path("id").asLong())
        .findFirst();
  }

  /** The names of the organisation's date fields. */
  List<String> dateFieldNames() {
    return dateFields().map(row -> Fields.text(row, "name")).toList();
  }

  private Stream<JsonNode> dateFields() {
    String path = "/orgs/" + HttpCall.encode(api.home().owner()) + "/issue-fields";
    return rows("read issue fields", path).stream()
        .filter(row -> Fields.text(row, "data_type").equals("date"));
  }

  private String milestones() {
    return api.home().path() + "/milestones?state=open&per_page=" + GitHubApi.PAGE;
  }

  private List<String> names(String operation, String path, String field) {
    return rows(operation, path).stream().map(row -> Fields.text(row, field)).toList();
  }

  private List<JsonNode> rows(String operation, String path) {
    Shelf known = shelves.get(path);
    if (known == null || api.now().isAfter(known.at().plus(REMEMBERED))) {
      known = new Shelf(read(operation, path), api.now());
      shelves.put(path, known);
    }
    return known.rows();
  }

  private List<JsonNode> read(String operation, String path) {
    Reply reply = api.exchange(HttpCall.get(operation, path));
    if (reply.status() == 404 || reply.status() == 403) {
      return List.of();
    }
    if (!reply.isSuccess()) {
      throw api.failure(reply);
    }
    List<JsonNode> rows = new ArrayList<>();
    reply.json().forEach(rows::add);
    return List.copyOf(rows);
  }
}
