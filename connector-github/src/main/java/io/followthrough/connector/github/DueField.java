package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The due date of issues in a date field of the organisation. */
final class DueField {
  /** What values of fields stand in, in requests and replies. */
  static final String VALUES = "issue_field_values";

  private final GitHubApi api;
  private final Catalogue catalogue;
  private final String name;

  DueField(GitHubApi api, Catalogue catalogue, String name) {
    this.api = requireNonNull(api, "api is null");
    this.catalogue = requireNonNull(catalogue, "catalogue is null");
    this.name = requireNonNull(name, "name is null");
  }

  /** A value as it is sent. */
  static ObjectNode value(long field, LocalDate date) {
    return Json.object().put("field_id", field).put("value", date.toString());
  }

  /** The date of a field by its name, as an issue has it. */
  static Optional<LocalDate> in(JsonNode issue, String name) {
    for (JsonNode value : issue.path(VALUES)) {
      if (Fields.text(value, "issue_field_name").equalsIgnoreCase(name)
          && Fields.text(value, "data_type").equals("date")) {
        return day(Fields.text(value, "value"));
      }
    }
    return Optional.empty();
  }

  /** Sets the date of an issue; false where the organisation has no such field. */
  boolean set(IssueAddress address, LocalDate date) {
    Optional<Long> field = catalogue.dateField(name);
    if (field.isEmpty()) {
      return false;
    }
    ObjectNode body = Json.object();
    body.putArray(VALUES).add(value(field.get(), date));
    Reply reply =
        api.exchange(
            HttpCall.write("edit ticket", "POST", address.path() + "/issue-field-values", body));
    if (!reply.isSuccess()) {
      throw api.ticketFailure(reply, address);
    }
    return true;
  }

  private static Optional<LocalDate> day(String words) {
    try {
      return Optional.of(LocalDate.parse(words.length() > 10 ? words.substring(0, 10) : words));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
