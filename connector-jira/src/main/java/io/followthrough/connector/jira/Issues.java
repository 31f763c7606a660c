package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import java.util.Optional;

/**
 * Single issues, read by their id, which outlives every move. Jira itself finds a moved issue by
 * its old key, too.
 */
final class Issues {
  /** A Data Center fills it for archived issues, which it still shows to who asks by id. */
  private static final String ARCHIVED = "archiveddate";

  private final JiraApi api;
  private final IssueReader reader;

  Issues(JiraApi api, IssueReader reader) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
  }

  /** An issue as it is now. */
  record Found(JsonNode json, Ticket ticket) {
    TicketRef ref() {
      return ticket.ref();
    }
  }

  Found find(String operation, TicketRef ref) {
    String path =
        "/issue/"
            + HttpCall.encode(ref.id())
            + "?fields="
            + HttpCall.encode(String.join(",", reader.fields()) + "," + ARCHIVED)
            + "&properties="
            + IssueReader.PROPERTY;
    JsonNode issue = JiraApi.object(api.get(operation, path, ref));
    Optional<String> archived = Fields.optionalText(issue.path("fields"), ARCHIVED);
    if (archived.isPresent()) {
      throw new TrackerException(
          FailureKind.GONE,
          operation,
          ref.key() + " is archived since " + archived.get() + ": nobody can write to it");
    }
    return new Found(issue, reader.ticket(issue));
  }

  /** Sets fields of an issue. */
  void put(String operation, TicketRef ref, ObjectNode fields) {
    api.write(call(operation, ref, fields), ref);
  }

  HttpCall call(String operation, TicketRef ref, ObjectNode fields) {
    ObjectNode body = Json.object();
    body.set("fields", fields);
    return HttpCall.write(operation, "PUT", "/issue/" + HttpCall.encode(ref.id()), body);
  }

  /** Moves an issue along its workflow; with a resolution where the way has a field for it. */
  void transition(TicketRef ref, String id, Optional<String> resolution) {
    ObjectNode body = Json.object();
    body.putObject("transition").put("id", id);
    resolution.ifPresent(it -> body.putObject("fields").putObject("resolution").put("id", it));
    api.write(
        HttpCall.write(
            "close ticket", "POST", "/issue/" + HttpCall.encode(ref.id()) + "/transitions", body),
        ref);
  }
}
