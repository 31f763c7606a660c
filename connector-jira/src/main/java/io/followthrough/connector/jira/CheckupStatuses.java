package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the project's statuses and the site's resolutions are those that the configuration names.
 */
final class CheckupStatuses {
  private static final String DECLINED = "declined";

  private final JiraApi api;
  private final JiraConfig config;
  private final States states;

  CheckupStatuses(JiraApi api, JiraConfig config, States states) {
    this.api = requireNonNull(api, "api is null");
    this.config = requireNonNull(config, "config is null");
    this.states = requireNonNull(states, "states is null");
  }

  void check(List<CheckFinding> findings) {
    Map<String, String> there = categories();
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(there.keySet());
    config
        .states()
        .forEach(
            (state, names) ->
                names.stream()
                    .filter(name -> !known.contains(name) && !state.equals(DECLINED))
                    .forEach(
                        name ->
                            findings.add(
                                warning("states." + state, "the project has no status " + name))));
    declined(known, findings);
    there.forEach(
        (name, category) -> {
          if (category.equals("done") && states.isDeclined(name) && !states.isNamed(name)) {
            findings.add(
                warning(
                    "status " + name,
                    "closes a ticket; where it sets no resolution, the ticket counts as done: if it"
                        + " means that nothing was done, add it to states.declined"));
          }
        });
    closed(there, findings);
  }

  private Map<String, String> categories() {
    String path = "/project/" + HttpCall.encode(config.project()) + "/statuses";
    Map<String, String> there = new LinkedHashMap<>();
    for (JsonNode type : api.get("check statuses", path).json()) {
      for (JsonNode status : type.path("statuses")) {
        there.put(Fields.text(status, "name"), States.category(status));
      }
    }
    return there;
  }

  /** Names of closed work that was not done may be a status's or a resolution's. */
  private void declined(Set<String> statuses, List<CheckFinding> findings) {
    Set<String> names = new TreeSet<>(config.states(DECLINED));
    names.removeIf(statuses::contains);
    if (names.isEmpty()) {
      return;
    }
    String operation = "check resolutions";
    List<JsonNode> rows =
        api.isCloud()
            ? api.rows(operation, "/resolution/search", "values")
            : JiraFields.list(api.get(operation, "/resolution").json());
    Set<String> resolutions = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    rows.forEach(row -> resolutions.add(Fields.text(row, "name")));
    names.removeIf(resolutions::contains);
    for (String name : names) {
      findings.add(
          warning(
              "states." + DECLINED,
              "there is neither a status nor a resolution "
                  + name
                  + "; the resolutions are "
                  + String.join(", ", resolutions)));
    }
  }

  private void closed(Map<String, String> there, List<CheckFinding> findings) {
    List<String> closing =
        there.entrySet().stream()
            .filter(entry -> entry.getValue().equals("done"))
            .map(Map.Entry::getKey)
            .toList();
    List<String> unnamed = closing.stream().filter(name -> !states.isNamed(name)).toList();
    findings.add(
        Checkup.ok(
            "statuses",
            there.size()
                + " of them, "
                + closing.size()
                + " closed"
                + (unnamed.isEmpty()
                    ? ""
                    : ": "
                        + String.join(", ", unnamed)
                        + (unnamed.size() == 1 ? " counts" : " count")
                        + " as done without a resolution")));
  }

  private static CheckFinding warning(String subject, String message) {
    return new CheckFinding(Level.WARNING, subject, message);
  }
}
