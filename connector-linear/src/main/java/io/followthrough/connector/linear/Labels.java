package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of the team and of its workspace: read once, made for the team when missing, never a
 * reason to lose a ticket.
 */
final class Labels {
  private final LinearApi api;
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> groups = new HashSet<>();
  private boolean read;

  /** What there is of a label's name. */
  enum Standing {
    THERE,
    MISSING,
    /** A group of labels, which no ticket can bear. */
    GROUP,
  }

  Labels(LinearApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /**
   * Makes sure that labels are there.
   *
   * @param remarks takes a sentence for each that cannot be
   * @return the ids of those that are there, by their names
   */
  synchronized Map<String, String> ensured(
      String teamId, List<String> wanted, List<String> remarks) {
    Map<String, String> usable = new LinkedHashMap<>();
    learn(teamId);
    for (String label : wanted) {
      if (groups.contains(key(label))) {
        remarks.add(label + " is a group of labels, and was left out: name a label of it.");
        continue;
      }
      there(label).or(() -> made(teamId, label, remarks)).ifPresent(id -> usable.put(label, id));
    }
    return usable;
  }

  /** What there is of each name, read anew. */
  synchronized Map<String, Standing> standings(String teamId, List<String> wanted) {
    read = false;
    learn(teamId);
    Map<String, Standing> standings = new LinkedHashMap<>();
    for (String label : wanted) {
      standings.put(
          label,
          groups.contains(key(label))
              ? Standing.GROUP
              : there(label).isPresent() ? Standing.THERE : Standing.MISSING);
    }
    return standings;
  }

  private Optional<String> there(String label) {
    return Optional.ofNullable(ids.get(key(label)));
  }

  private void learn(String teamId) {
    if (read) {
      return;
    }
    ids.clear();
    groups.clear();
    for (JsonNode row : api.nodes(Operation.READ_LABELS, Json.object().put("team", teamId))) {
      String name = key(Fields.text(row, "name"));
      if (row.path("isGroup").asBoolean(false)) {
        groups.add(name);
      } else if (!Fields.has(row, "retiredAt")) {
        ids.put(name, Fields.text(row, "id"));
      }
    }
    read = true;
  }

  private Optional<String> made(String teamId, String label, List<String> remarks) {
    ObjectNode variables = Json.object();
    variables
        .putObject("input")
        .put("name", label)
        .put("color", "#5e6ad2")
        .put("description", "Promised in a postmortem")
        .put("teamId", teamId);
    try {
      JsonNode made = api.get(Operation.MAKE_LABEL, variables).path("issueLabel");
      ids.put(key(label), Fields.text(made, "id"));
      return Optional.of(Fields.text(made, "id"));
    } catch (TrackerException e) {
      switch (e.kind()) {
        case REJECTED, CONFLICT, GONE ->
            remarks.add("The label " + label + " was left out: " + e.words() + ".");
        case DENIED ->
            remarks.add("The label " + label + " is missing and may not be made: " + e.words());
        case UNKNOWN_OUTCOME -> throw notYet(e);
        case THROTTLED, UNAVAILABLE, BROKEN -> throw e;
      }
      return Optional.empty();
    }
  }

  /** A label of unknown outcome is looked for again before the next ticket: nothing is lost. */
  private TrackerException notYet(TrackerException failure) {
    read = false;
    return new TrackerException(
        FailureKind.UNAVAILABLE,
        "create ticket",
        "not tried, since its label could not be made (" + failure.getMessage() + ")",
        failure);
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
