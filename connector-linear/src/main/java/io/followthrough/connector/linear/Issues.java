package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;

/** Single issues, by their ids, which outlive moves to another team, or by their keys. */
final class Issues {
  private final LinearApi api;
  private final IssueReader reader;

  Issues(LinearApi api, IssueReader reader) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
  }

  /** An issue as it is now. */
  record Found(JsonNode json, Ticket ticket) {
    String id() {
      return ticket.ref().id();
    }

    String description() {
      return Fields.text(json, "description");
    }
  }

  /**
   * Reads an issue.
   *
   * @throws TrackerException of kind {@link FailureKind#GONE} where it is deleted, in the trash or
   *     out of sight
   */
  Found find(Operation operation, TicketRef ref) {
    return find(operation, ref, Json.object().put("id", ref.id()));
  }

  /** Reads an issue with further variables. */
  Found find(Operation operation, TicketRef ref, ObjectNode variables) {
    JsonNode issue = api.get(operation, variables);
    if (IssueReader.isTrashed(issue)) {
      throw gone(operation, ref);
    }
    return new Found(issue, reader.ticket(issue));
  }

  /** The id of a ticket that may be known by its key alone. */
  String id(TicketRef ref) {
    return ClientId.isUuid(ref.id()) ? ref.id() : find(Operation.READ_ISSUE, ref).id();
  }

  /** Changes an issue and gives back how it is afterwards. */
  Found update(TicketRef ref, String id, ObjectNode input) {
    ObjectNode variables = Json.object().put("id", id);
    variables.set("input", input);
    LinearApi.Answer answer = api.ask(Operation.UPDATE_ISSUE, variables);
    JsonNode payload = answer.data().path("issueUpdate");
    if (!payload.path("success").asBoolean(false)) {
      throw answer.reply().unreadable("Linear says neither that it did nor why not");
    }
    return answer.whole() && Fields.has(payload, "issue")
        ? new Found(payload.path("issue"), reader.ticket(payload.path("issue")))
        : find(Operation.READ_ISSUE, ref);
  }

  /** The failure of asking for what is in the trash. */
  static TrackerException gone(Operation operation, TicketRef ref) {
    return new TrackerException(
        FailureKind.GONE, operation.does(), ref.key() + " is in Linear's trash");
  }
}
