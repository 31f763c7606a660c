package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of the stub of Jira: what they are, what they allow, and what they refuse. */
final class StubFields {
  /** Custom fields: their name, type, what is in a list of them, and their kind. */
  static final Map<String, List<String>> CUSTOM =
      Map.ofEntries(
          field("customfield_10000", "Development", "any", "", "devsummarycf"),
          field("customfield_10010", "Team", "string", "", "textfield"),
          field("customfield_10011", "Service", "option", "", "select"),
          field("customfield_10012", "Story points", "number", "", "float"),
          field("customfield_10013", "Region", "option-with-child", "", "cascadingselect"),
          field("customfield_10014", "Notes", "string", "", "textarea"),
          field("customfield_10015", "Epic Link", "any", "", "gh-epic-link"),
          field("customfield_10020", "Sprint", "array", "json", "gh-sprint"),
          field("customfield_10021", "Flagged", "array", "option", "multicheckboxes"),
          field("customfield_10030", "Reviewer", "user", "", "userpicker"),
          field("customfield_10031", "Reviewers", "array", "user", "multiuserpicker"),
          field("customfield_10032", "Drill", "date", "", "datepicker"),
          field("customfield_10033", "Happened", "datetime", "", "datetime"),
          field("customfield_10034", "Platforms", "array", "option", "multiselect"),
          field("customfield_10035", "Tags", "array", "string", "labels"),
          field("customfield_10036", "Target", "version", "", "version"));

  private static final Map<String, List<String>> SYSTEM =
      Map.of(
          "labels", List.of("Labels", "array", "string"),
          "assignee", List.of("Assignee", "user", ""),
          "duedate", List.of("Due date", "date", ""),
          "priority", List.of("Priority", "priority", ""),
          "project", List.of("Project", "project", ""),
          "issuetype", List.of("Issue Type", "issuetype", ""),
          "parent", List.of("Parent", "issuelink", ""),
          "fixVersions", List.of("Fix versions", "array", "version"),
          "components", List.of("Components", "array", "component"));

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}";

  private final StubWorld world;
  private final StubJson json;

  StubFields(StubWorld world, StubJson json) {
    this.world = world;
    this.json = json;
  }

  /** A field of a create screen. */
  ObjectNode onScreen(String id, boolean required) {
    List<String> known = known(id);
    ObjectNode field =
        Json.object()
            .put("required", required)
            .put("name", known.get(0))
            .put("fieldId", id)
            .put("hasDefaultValue", false);
    if (world.cloud) {
      field.put("key", id);
    }
    field.putArray("operations").add("set");
    ObjectNode schema = field.putObject("schema").put("type", known.get(1));
    if (!known.get(2).isEmpty()) {
      schema.put("items", known.get(2));
    }
    if (CUSTOM.containsKey(id)) {
      schema
          .put("custom", kind(known.get(3)))
          .put("customId", Integer.parseInt(id.replaceFirst("customfield_", "")));
    } else {
      schema.put("system", id);
    }
    allowed(id).forEach(value -> field.withArray("allowedValues").add(value));
    return field;
  }

  /** A field of the site. */
  ObjectNode ofSite(String id) {
    List<String> known = known(id);
    ObjectNode field =
        Json.object().put("id", id).put("name", known.get(0)).put("custom", CUSTOM.containsKey(id));
    ObjectNode schema = field.putObject("schema").put("type", known.get(1));
    if (CUSTOM.containsKey(id)) {
      schema.put("custom", kind(known.get(3)));
    }
    return field;
  }

  /** Why Jira would refuse a value. */
  Optional<String> wrong(String id, JsonNode value) {
    List<String> known = known(id);
    if (!CUSTOM.containsKey(id) && !known.get(1).equals("array")) {
      return Optional.empty();
    }
    boolean right =
        switch (known.get(1)) {
          case "array" ->
              id.equals("customfield_10020")
                  ? value.isIntegralNumber()
                  : value.isArray() && all(id, known.get(2), value);
          case "any" -> value.isTextual() && world.issue(value.textValue()).isPresent();
          default -> is(id, known.get(1), value);
        };
    return right ? Optional.empty() : Optional.of("Specify a valid value for " + known.get(0));
  }

  private boolean all(String id, String items, JsonNode values) {
    for (JsonNode value : values) {
      if (!is(id, items, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean is(String id, String type, JsonNode value) {
    return switch (type) {
      case "number" -> value.isNumber();
      case "date" -> value.asText("").matches("\\d{4}-\\d\\d-\\d\\d");
      case "datetime" -> value.asText("").matches(TIME);
      case "user" ->
          world.user(value.path(world.cloud ? "accountId" : "name").asText("")).isPresent();
      case "option", "version", "component" -> chosen(allowed(id), value).isPresent();
      case "option-with-child" ->
          chosen(allowed(id), value)
              .filter(
                  parent ->
                      !value.has("child")
                          || chosen(JiraFields.list(parent.path("children")), value.path("child"))
                              .isPresent())
              .isPresent();
      default ->
          (world.cloud && id.equals("customfield_10014")) ? value.isObject() : value.isTextual();
    };
  }

  private static Optional<JsonNode> chosen(List<JsonNode> allowed, JsonNode value) {
    return allowed.stream()
        .filter(one -> value.isObject() && one.path("id").equals(value.path("id")))
        .findFirst();
  }

  private List<JsonNode> allowed(String id) {
    return switch (id) {
      case "priority" -> StubWorld.PRIORITIES.stream().<JsonNode>map(json::priority).toList();
      case "customfield_10011" -> List.of(option("10100", "checkout"), option("10101", "billing"));
      case "customfield_10013" -> {
        ObjectNode europe = option("10110", "Europe");
        europe.putArray("children").add(option("10111", "France"));
        yield List.of(europe);
      }
      case "customfield_10034" -> List.of(option("10120", "Web"), option("10121", "iOS"));
      case "customfield_10036", "fixVersions" ->
          List.of(named("10130", "1.2"), named("10131", "2.0"));
      case "components" -> List.of(named("10140", "Cart"), named("10141", "Ledger"));
      default -> List.of();
    };
  }

  private static ObjectNode option(String id, String value) {
    return Json.object().put("id", id).put("value", value);
  }

  private static ObjectNode named(String id, String name) {
    return Json.object().put("id", id).put("name", name);
  }

  private static List<String> known(String id) {
    return CUSTOM.getOrDefault(
        id,
        SYSTEM.getOrDefault(
            id, List.of(Character.toUpperCase(id.charAt(0)) + id.substring(1), "string", "")));
  }

  private static Map.Entry<String, List<String>> field(String id, String... known) {
    return Map.entry(id, List.of(known));
  }

  private static String kind(String custom) {
    if (custom.equals("devsummarycf")) {
      return "com.atlassian.jira.plugins.jira-development-integration-plugin:" + custom;
    }
    return custom.startsWith("gh-")
        ? "com.pyxis.greenhopper.jira:" + custom
        : "com.atlassian.jira.plugin.system.customfieldtypes:" + custom;
  }
}
