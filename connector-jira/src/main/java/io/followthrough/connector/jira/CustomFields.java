package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The site's own ids of the fields that Jira's apps bring; asked for once. */
final class CustomFields {
  private final JiraApi api;
  private volatile Optional<Known> known = Optional.empty();

  CustomFields(JiraApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /**
   * Ids of fields, empty where the site has none.
   *
   * @param sprint of Jira Software's sprints
   * @param flagged whether something is in the way
   * @param development what code hosts report
   */
  record Known(Optional<String> sprint, Optional<String> flagged, Optional<String> development) {}

  Known known() {
    if (known.isEmpty()) {
      JsonNode fields = api.get("read fields", "/field").json();
      known =
          Optional.of(
              new Known(
                  id(fields, field -> type(field).endsWith(":gh-sprint")),
                  id(fields, CustomFields::isFlag),
                  id(fields, field -> type(field).contains(":devsummary"))));
    }
    return known.orElseThrow();
  }

  private static boolean isFlag(JsonNode field) {
    return type(field).endsWith(":multicheckboxes")
        && Fields.text(field, "name").toLowerCase(Locale.ROOT).equals("flagged");
  }

  private static Optional<String> id(JsonNode fields, Predicate<JsonNode> wanted) {
    return JiraFields.list(fields).stream().filter(wanted).map(JiraFields::id).findFirst();
  }

  private static String type(JsonNode field) {
    return Fields.text(field.path("schema"), "custom");
  }
}
