package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import java.util.List;
import java.util.Optional;

/** Closes a ticket that we opened as not planned, by whatever way its workflow has for that. */
final class Closing {
  private static final String OPERATION = "close ticket";

  private final JiraApi api;
  private final Issues issues;
  private final States states;
  private final String installation;

  Closing(JiraApi api, Issues issues, States states, String installation) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.states = requireNonNull(states, "states is null");
    this.installation = requireNonNull(installation, "installation is null");
  }

  /** A way out of the ticket's present status. */
  private record Way(String id, Optional<String> resolution) {}

  void close(TicketRef ref) {
    Issues.Found found = issues.find(OPERATION, ref);
    boolean ours =
        found
            .ticket()
            .marker()
            .filter(mark -> mark.installation().equals(installation))
            .isPresent();
    if (!ours) {
      throw new TrackerException(
          FailureKind.REJECTED, OPERATION, ref.key() + " does not carry our mark");
    }
    if (found.ticket().state().isClosed()) {
      return;
    }
    String path =
        "/issue/" + HttpCall.encode(found.ref().id()) + "/transitions?expand=transitions.fields";
    List<JsonNode> transitions =
        JiraFields.list(api.get(OPERATION, path, found.ref()).json().path("transitions"));
    Way way =
        byName(transitions)
            .or(() -> byResolution(transitions))
            .orElseThrow(
                () ->
                    new TrackerException(
                        FailureKind.REJECTED,
                        OPERATION,
                        "the workflow of "
                            + ref.key()
                            + " has no way to a status or resolution that says it will not be"
                            + " done: name one in states.declined, or close it by hand"));
    issues.transition(found.ref(), way.id(), way.resolution());
  }

  private Optional<Way> byName(List<JsonNode> transitions) {
    return transitions.stream()
        .filter(way -> states.isDeclined(Fields.text(way.path("to"), "name")))
        .filter(way -> isNamedOrClosed(way.path("to")))
        .map(way -> new Way(JiraFields.id(way), resolution(way)))
        .findFirst();
  }

  /** Only what the ticket then is read as: a name alone counts where the configuration has it. */
  private boolean isNamedOrClosed(JsonNode status) {
    return states.of(States.category(status), Fields.text(status, "name"), Optional.empty())
        == TicketState.DECLINED;
  }

  private Optional<Way> byResolution(List<JsonNode> transitions) {
    return transitions.stream()
        .filter(way -> States.category(way.path("to")).equals("done"))
        .filter(way -> resolution(way).isPresent())
        .map(way -> new Way(JiraFields.id(way), resolution(way)))
        .findFirst();
  }

  private Optional<String> resolution(JsonNode way) {
    return JiraFields.list(way.path("fields").path("resolution").path("allowedValues")).stream()
        .filter(value -> states.isDeclined(Fields.text(value, "name")))
        .map(JiraFields::id)
        .findFirst();
  }
}
