package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.followthrough.http.Json;
import java.util.List;
import java.util.Optional;

/** What a repository of the stub and its organisation offer for issues, and issues have of it. */
final class StubOffers {
  private final StubWorld world;

  StubOffers(StubWorld world) {
    this.world = world;
  }

  /** The open milestones. */
  StubReply milestones(StubRepository repository) {
    ArrayNode rows = Json.object().putArray("rows");
    repository.milestones.forEach(title -> rows.add(world.json().milestone(repository, title)));
    return StubReply.json(200, rows);
  }

  /** The issue types; a server of one's own has none. */
  StubReply types(StubRepository repository) {
    if (world.edition == StubEdition.SERVER) {
      return StubReply.message(404, "Not Found");
    }
    ArrayNode rows = Json.object().putArray("rows");
    repository.types.forEach(name -> rows.add(world.json().type(name)));
    return StubReply.json(200, rows);
  }

  /** The fields of an organisation. */
  StubReply fields(String owner) {
    List<String> names =
        world.repositories.stream()
            .filter(repository -> repository.owner.equals(owner))
            .flatMap(repository -> repository.dateFields.stream())
            .distinct()
            .toList();
    if (world.edition == StubEdition.SERVER) {
      return StubReply.message(404, "Not Found");
    }
    ArrayNode rows = Json.object().putArray("rows");
    for (int i = 0; i < names.size(); i++) {
      rows.addObject()
          .put("id", i + 1)
          .put("node_id", "IF_" + i)
          .put("name", names.get(i))
          .put("data_type", "date");
    }
    return StubReply.json(200, rows);
  }

  /** Sets fields of an issue. */
  StubReply set(StubRequest request, StubRepository repository, StubIssue issue) {
    give(request.json(), repository, issue);
    issue.updatedAt = world.now();
    return StubReply.json(200, world.json().values(repository, issue));
  }

  /** Whether an open request names what is not there. */
  Optional<StubReply> refusal(JsonNode json, StubRepository repository) {
    boolean unknown =
        json.has("type")
            && world.refusesUnknownTypes
            && !repository.types.contains(json.path("type").asText());
    return unknown ? Optional.of(StubReply.invalid("Issue", "type", "invalid")) : Optional.empty();
  }

  /** What GitHub takes from a token with push access, and drops in silence otherwise. */
  void give(JsonNode json, StubRepository repository, StubIssue issue) {
    if (!repository.push) {
      return;
    }
    int number = json.path("milestone").asInt(0);
    if (number > 0 && number <= repository.milestones.size()) {
      issue.milestone = Optional.of(repository.milestones.get(number - 1));
    }
    if (repository.types.contains(json.path("type").asText())) {
      issue.type = Optional.of(json.path("type").asText());
    }
    for (JsonNode value : json.path(DueField.VALUES)) {
      int field = value.path("field_id").asInt(0);
      if (field > 0 && field <= repository.dateFields.size()) {
        issue.dates.put(repository.dateFields.get(field - 1), value.path("value").asText());
      }
    }
  }
}
