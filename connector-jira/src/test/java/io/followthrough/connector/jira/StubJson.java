package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.jira.StubIssue.StubChange;
import io.followthrough.connector.jira.StubIssue.StubComment;
import io.followthrough.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stub's memory in the shapes of Jira's REST API. */
final class StubJson {
  /** Custom fields: their type, what is in a list of them, and their kind. */
  static final Map<String, String[]> CUSTOM =
      Map.of(
          "customfield_10010", new String[] {"Team", "string", "", "textfield"},
          "customfield_10011", new String[] {"Service", "option", "", "select"},
          "customfield_10012", new String[] {"Story points", "number", "", "float"},
          "customfield_10013", new String[] {"Region", "option-with-child", "", "cascadingselect"},
          "customfield_10014", new String[] {"Notes", "string", "", "textarea"},
          "customfield_10020", new String[] {"Sprint", "array", "json", "gh-sprint"},
          "customfield_10021", new String[] {"Flagged", "array", "option", "multicheckboxes"});

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

  private final StubWorld world;

  StubJson(StubWorld world) {
    this.world = world;
  }

  String root() {
    return world.base + (world.cloud ? "/rest/api/3" : "/rest/api/2");
  }

  static String time(Instant at) {
    String text = TIME.format(at.atOffset(ZoneOffset.UTC));
    return text.endsWith("Z") ? text.replace("Z", "+0000") : text;
  }

  /** An issue with the fields asked for; Cloud and a Data Center default to others, unused here. */
  ObjectNode issue(StubIssue issue, Set<String> wanted, Set<String> properties) {
    ObjectNode json =
        Json.object()
            .put("id", Long.toString(issue.id))
            .put("key", issue.key())
            .put("self", root() + "/issue/" + issue.id);
    ObjectNode fields = json.putObject("fields");
    ObjectNode all = fields(issue);
    wanted.stream().filter(all::has).forEach(name -> fields.set(name, all.get(name)));
    if (!properties.isEmpty()) {
      ObjectNode shown = json.putObject("properties");
      properties.stream()
          .filter(issue.properties::containsKey)
          .forEach(key -> shown.set(key, issue.properties.get(key)));
    }
    return json;
  }

  private ObjectNode fields(StubIssue issue) {
    ObjectNode fields =
        Json.object()
            .put("summary", issue.summary)
            .put("created", time(issue.created))
            .put("updated", time(issue.updated));
    fields.set("status", issue.status.json(root()));
    fields.set("description", issue.description);
    issue.resolution.ifPresentOrElse(
        name -> fields.set("resolution", resolution(name)), () -> fields.putNull("resolution"));
    issue.resolved.ifPresent(at -> fields.put("resolutiondate", time(at)));
    if (world.cloud) {
      fields.put("statuscategorychangedate", time(issue.updated));
    }
    issue.assignee.ifPresentOrElse(
        user -> fields.set("assignee", user.json(world.cloud)), () -> fields.putNull("assignee"));
    issue.labels.forEach(fields.putArray("labels")::add);
    issue.priority.ifPresentOrElse(
        name -> fields.set("priority", priority(name)), () -> fields.putNull("priority"));
    issue.due.ifPresentOrElse(date -> fields.put("duedate", date), () -> fields.putNull("duedate"));
    issue.links.forEach(fields.putArray("issuelinks")::add);
    fields.putArray("fixVersions");
    fields
        .putObject("project")
        .put("id", Long.toString(issue.project.id))
        .put("key", issue.project.key);
    ArrayNode comments = fields.putObject("comment").putArray("comments");
    // Jira gives only some of many.
    List<StubComment> few = issue.comments.subList(0, Math.min(20, issue.comments.size()));
    few.forEach(comment -> comments.add(comment(issue, comment)));
    ((ObjectNode) fields.path("comment"))
        .put("total", issue.comments.size())
        .put("maxResults", few.size())
        .put("startAt", 0);
    issue.other.forEach(fields::set);
    return fields;
  }

  ObjectNode comment(StubIssue issue, StubComment comment) {
    ObjectNode json =
        Json.object()
            .put("self", root() + "/issue/" + issue.id + "/comment/" + comment.id)
            .put("id", Long.toString(comment.id))
            .put("created", time(comment.created))
            .put("updated", time(comment.updated));
    json.set("author", comment.author.json(world.cloud));
    json.set("updateAuthor", comment.author.json(world.cloud));
    json.set("body", comment.body);
    if (world.cloud && issue.project.kind.equals("service_desk")) {
      json.put("jsdPublic", !comment.isInternal());
    }
    return json;
  }

  ObjectNode change(StubChange change) {
    ObjectNode json =
        Json.object().put("id", Long.toString(change.id())).put("created", time(change.at()));
    json.set("author", change.author().json(world.cloud));
    json.putArray("items").addAll(change.items());
    return json;
  }

  ObjectNode priority(String name) {
    int id = StubWorld.PRIORITIES.indexOf(name) + 1;
    return Json.object()
        .put("self", root() + "/priority/" + id)
        .put("name", name)
        .put("id", Integer.toString(id));
  }

  ObjectNode resolution(String name) {
    int id = StubWorld.RESOLUTIONS.indexOf(name) + 1;
    return Json.object()
        .put("self", root() + "/resolution/" + id)
        .put("id", Integer.toString(id))
        .put("name", name);
  }

  ObjectNode project(StubProject project) {
    ObjectNode json =
        Json.object()
            .put("self", root() + "/project/" + project.id)
            .put("id", Long.toString(project.id))
            .put("key", project.key)
            .put("name", project.key + " project")
            .put("projectTypeKey", project.kind);
    return project.archived ? json.put("archived", true) : json;
  }

  /** A field of a create screen. */
  ObjectNode screenField(String id, boolean required) {
    String[] custom = CUSTOM.getOrDefault(id, new String[] {name(id), type(id), items(id), ""});
    ObjectNode field =
        Json.object()
            .put("required", required)
            .put("name", custom[0])
            .put("fieldId", id)
            .put("hasDefaultValue", false);
    if (world.cloud) {
      field.put("key", id);
    }
    field.putArray("operations").add("set");
    ObjectNode schema = field.putObject("schema").put("type", custom[1]);
    if (!custom[2].isEmpty()) {
      schema.put("items", custom[2]);
    }
    if (CUSTOM.containsKey(id)) {
      schema
          .put("custom", kind(custom[3]))
          .put("customId", Integer.parseInt(id.replaceFirst("customfield_", "")));
    } else {
      schema.put("system", id);
    }
    allowed(id).forEach(value -> field.withArray("allowedValues").add(value));
    return field;
  }

  ObjectNode field(String id) {
    String[] custom = CUSTOM.getOrDefault(id, new String[] {name(id), type(id), "", ""});
    ObjectNode json =
        Json.object().put("id", id).put("name", custom[0]).put("custom", CUSTOM.containsKey(id));
    ObjectNode schema = json.putObject("schema").put("type", custom[1]);
    if (CUSTOM.containsKey(id)) {
      schema.put("custom", kind(custom[3]));
    }
    return json;
  }

  private static String kind(String custom) {
    return custom.startsWith("gh-")
        ? "com.pyxis.greenhopper.jira:" + custom
        : "com.atlassian.jira.plugin.system.customfieldtypes:" + custom;
  }

  private List<JsonNode> allowed(String id) {
    return switch (id) {
      case "priority" -> StubWorld.PRIORITIES.stream().<JsonNode>map(this::priority).toList();
      case "customfield_10011" -> List.of(option("10100", "checkout"), option("10101", "billing"));
      case "customfield_10013" -> {
        ObjectNode europe = option("10110", "Europe");
        europe.putArray("children").add(option("10111", "France"));
        yield List.of(europe);
      }
      default -> List.of();
    };
  }

  private static ObjectNode option(String id, String value) {
    return Json.object().put("id", id).put("value", value);
  }

  private static String name(String id) {
    return switch (id) {
      case "duedate" -> "Due date";
      case "issuetype" -> "Issue Type";
      default -> Character.toUpperCase(id.charAt(0)) + id.substring(1);
    };
  }

  private static String type(String id) {
    return switch (id) {
      case "labels" -> "array";
      case "assignee" -> "user";
      case "duedate" -> "date";
      case "priority", "project", "issuetype" -> id;
      case "parent" -> "issuelink";
      default -> "string";
    };
  }

  private static String items(String id) {
    return id.equals("labels") ? "string" : "";
  }
}
