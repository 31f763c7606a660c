package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The workspace and the team that a tracker works in, asked for once: the organisation's id goes
 * into every id that we choose, the team's into every ticket.
 */
final class Workspace {
  private final LinearApi api;
  private final String key;
  private volatile Optional<Known> known = Optional.empty();

  Workspace(LinearApi api, String key) {
    this.api = requireNonNull(api, "api is null");
    this.key = requireNonNull(key, "key is null");
  }

  /**
   * What does not change while the process lives.
   *
   * @param id the organisation's
   * @param urlKey its part of addresses
   */
  record Known(String id, String urlKey, String teamId, JsonNode team) {
    Known {
      requireNonNull(id, "id is null");
      requireNonNull(urlKey, "urlKey is null");
      requireNonNull(teamId, "teamId is null");
      requireNonNull(team, "team is null");
    }

    /** The id of a template by its name or id. */
    Optional<String> template(String nameOrId) {
      for (JsonNode template : LinearApi.nodes(team.path("templates"))) {
        String id = Fields.text(template, "id");
        if (id.equals(nameOrId) || Fields.text(template, "name").equalsIgnoreCase(nameOrId)) {
          return Optional.of(id);
        }
      }
      return Optional.empty();
    }
  }

  /** The team's key in the configuration. */
  String key() {
    return key;
  }

  /** Its part of addresses, where it has been asked for already; no call. */
  Optional<String> urlKey() {
    return known.map(Known::urlKey);
  }

  /** The organisation's id. */
  String id() {
    return known().id();
  }

  /** The workspace and the team. */
  Known known() {
    Optional<Known> there = known;
    if (there.isPresent()) {
      return there.get();
    }
    Known read = read();
    known = Optional.of(read);
    return read;
  }

  /** Asks anew, whatever is known. */
  JsonNode ask() {
    return api.ask(Operation.READ_WORKSPACE, Json.object().put("team", key)).data();
  }

  private Known read() {
    JsonNode data = ask();
    JsonNode organization = data.path("organization");
    JsonNode team =
        LinearApi.nodes(data.path("teams")).stream()
            .findFirst()
            .orElseThrow(() -> new TrackerException(FailureKind.DENIED, "read team", noSuchTeam()));
    return new Known(
        Fields.text(organization, "id"),
        Fields.text(organization, "urlKey"),
        Fields.text(team, "id"),
        team);
  }

  /** That there is no such team, and which there are. */
  String noSuchTeam() {
    List<JsonNode> teams = LinearApi.nodes(api.get(Operation.READ_TEAM_KEYS, Json.object()));
    String keys =
        teams.stream()
            .map(team -> Fields.text(team, "key"))
            .sorted()
            .collect(Collectors.joining(", "));
    return "there is no team "
        + key
        + " that the key or token may see"
        + (keys.isEmpty() ? "" : "; it sees " + keys)
        + ". A private team has to be joined first";
  }
}
