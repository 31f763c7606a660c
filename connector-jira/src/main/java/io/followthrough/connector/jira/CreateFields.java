package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What may be set when a ticket of a type is created in a project: the fields of its create screen.
 * Remembered for an hour, and forgotten when Jira refuses one.
 */
final class CreateFields {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final JiraApi api;
  private final Map<String, Screen> screens = new ConcurrentHashMap<>();

  CreateFields(JiraApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /**
   * The create screen of an issue type.
   *
   * @param fields by their ids
   */
  record Screen(String typeId, String type, Map<String, JsonNode> fields, Instant at) {
    Screen {
      requireNonNull(typeId, "typeId is null");
      requireNonNull(type, "type is null");
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      requireNonNull(at, "at is null");
    }

    boolean has(String id) {
      return fields.containsKey(id);
    }

    /** The field of an id or a name. */
    Optional<Map.Entry<String, JsonNode>> find(String idOrName) {
      List<Map.Entry<String, JsonNode>> found =
          fields.entrySet().stream()
              .filter(
                  entry ->
                      entry.getKey().equals(idOrName)
                          || Fields.text(entry.getValue(), "name").equalsIgnoreCase(idOrName))
              .toList();
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The field of one of Jira Software's kinds. */
    Optional<String> ofKind(String custom) {
      return fields.entrySet().stream()
          .filter(entry -> Fields.text(entry.getValue().path("schema"), "custom").endsWith(custom))
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }

  /**
   * The screen of an issue type by its name or id.
   *
   * @throws TrackerException of kind {@link FailureKind#REJECTED} where the project has no such
   *     type
   */
  Screen of(String project, String type) {
    String key = project + " " + type;
    Screen known = screens.get(key);
    if (known == null || api.now().isAfter(known.at().plus(REMEMBERED))) {
      known = read(project, type);
      screens.put(key, known);
    }
    return known;
  }

  void forget() {
    screens.clear();
  }

  private Screen read(String project, String type) {
    String path = "/issue/createmeta/" + HttpCall.encode(project) + "/issuetypes";
    List<JsonNode> types = types(project, path);
    JsonNode wanted =
        types.stream()
            .filter(
                each ->
                    Fields.text(each, "name").equalsIgnoreCase(type)
                        || JiraFields.id(each).equals(type))
            .findFirst()
            .orElseThrow(() -> noSuchType(project, type, types));
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (JsonNode field :
        api.rows(
            "read fields", path + "/" + JiraFields.id(wanted), "fields", "values", "results")) {
      fields.put(
          Fields.optionalText(field, "fieldId").orElseGet(() -> Fields.text(field, "key")), field);
    }
    return new Screen(JiraFields.id(wanted), Fields.text(wanted, "name"), fields, api.now());
  }

  /** The types in which tickets can be created in a project. */
  private List<JsonNode> types(String project, String path) {
    try {
      return api.rows("read issue types", path, "issueTypes", "values", "createMetaIssueType");
    } catch (TrackerException e) {
      if (e.kind() != FailureKind.GONE && e.kind() != FailureKind.BROKEN) {
        throw e;
      }
      throw api.explained(
          project,
          e,
          "the account may not create issues in " + project + ": give it that permission");
    }
  }

  private static TrackerException noSuchType(String project, String type, List<JsonNode> types) {
    String names =
        types.stream().map(each -> Fields.text(each, "name")).collect(Collectors.joining(", "));
    return new TrackerException(
        FailureKind.REJECTED,
        "create ticket",
        project
            + " has no issue type "
            + type
            + (names.isEmpty() ? " that the account may create" : "; it has " + names)
            + ": set issue-type");
  }
}
