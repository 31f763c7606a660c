package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.connector.jira.StubIssue.StubComment;
import io.followthrough.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stub of Jira does when it is written to, and what it refuses. */
final class StubWrites {
  private static final int LONGEST = 32_767;
  private static final String OFF_SCREEN =
      "Field '%s' cannot be set. It is not on the appropriate screen, or unknown.";

  private final StubWorld world;
  private final StubJson json;
  private final StubFields kinds;

  StubWrites(StubWorld world, StubJson json, StubFields kinds) {
    this.world = world;
    this.json = json;
    this.kinds = kinds;
  }

  StubReply create(JsonNode body) {
    JsonNode fields = body.path("fields");
    Optional<StubProject> project =
        world
            .project(fields.path("project").path("key").asText(""))
            .filter(found -> found.visible && !found.archived);
    if (project.isEmpty()) {
      return StubReply.wrong("project", "valid project is required");
    }
    Optional<StubReply> refusal = refusal(project.get(), fields, true);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    StubIssue issue = world.open(project.get(), world.bot());
    set(issue, fields);
    for (JsonNode property : body.path("properties")) {
      issue.properties.put(property.path("key").asText(""), property.path("value"));
    }
    return StubReply.json(
        201,
        Json.object()
            .put("id", Long.toString(issue.id))
            .put("key", issue.key())
            .put("self", json.root() + "/issue/" + issue.id));
  }

  StubReply edit(StubIssue issue, JsonNode body) {
    JsonNode fields = body.path("fields");
    Optional<StubReply> refusal = refusal(issue.project, fields, false);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    set(issue, fields);
    world.touch(issue);
    return StubReply.empty(204);
  }

  StubReply comment(StubIssue issue, JsonNode body) {
    Optional<String> wrong = wrongText(body.path("body"));
    if (wrong.isPresent()) {
      return StubReply.wrong("comment", wrong.get());
    }
    StubComment comment = world.comment(issue, world.bot(), body.path("body"));
    for (JsonNode property : body.path("properties")) {
      comment.properties.put(property.path("key").asText(""), property.path("value"));
    }
    return StubReply.json(201, json.comment(issue, comment));
  }

  StubReply editComment(StubIssue issue, StubComment comment, JsonNode body) {
    comment.body = body.path("body");
    comment.updated = world.now();
    world.touch(issue);
    return StubReply.json(200, json.comment(issue, comment));
  }

  StubReply transition(StubIssue issue, JsonNode body) {
    String id = body.path("transition").path("id").asText("");
    for (StubStatus status : StubStatus.values()) {
      if (id.equals("1" + status.id)) {
        Optional<String> resolution =
            Optional.of(body.path("fields").path("resolution").path("id").asInt(0))
                .filter(number -> number > 0)
                .map(number -> StubWorld.RESOLUTIONS.get(number - 1));
        world.move(issue, world.bot(), status, resolution);
        return StubReply.empty(204);
      }
    }
    return StubReply.error(400, "It seems that you have tried to perform an illegal workflow.");
  }

  private Optional<StubReply> refusal(StubProject project, JsonNode fields, boolean create) {
    ObjectNode errors = Json.object();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (!project.screen.contains(field.getKey())) {
        errors.put(field.getKey(), OFF_SCREEN.formatted(field.getKey()));
      } else {
        kinds
            .wrong(field.getKey(), field.getValue())
            .ifPresent(words -> errors.put(field.getKey(), words));
      }
    }
    for (String id : project.required) {
      JsonNode value = fields.path(id);
      boolean given = value.isTextual() ? !value.textValue().isEmpty() : value.isContainerNode();
      if (create && !given) {
        errors.put(id, id + " is required.");
      }
    }
    if (fields.has("summary")) {
      String summary = fields.path("summary").asText("");
      if (summary.isBlank() || summary.length() > 255 || summary.matches("(?s).*[\r\n].*")) {
        errors.put("summary", "The summary is invalid because it contains newline characters.");
      }
    }
    if (fields.has("description")) {
      wrongText(fields.path("description")).ifPresent(words -> errors.put("description", words));
    }
    if (fields.hasNonNull("assignee") && user(fields.path("assignee")).isEmpty()) {
      errors.put("assignee", "User cannot be assigned issues.");
    }
    for (JsonNode label : fields.path("labels")) {
      if (label.asText("").contains(" ") || label.asText("").length() > 255) {
        errors.put("labels", "The label '" + label.asText() + "' contains spaces.");
      }
    }
    if (fields.has("priority") && priority(fields.path("priority")).isEmpty()) {
      errors.put("priority", "The priority selected is invalid.");
    }
    if (fields.has("parent")
        && world.issue(fields.path("parent").path("key").asText("")).isEmpty()) {
      errors.put("parent", "Could not find the parent.");
    }
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode body = Json.object();
    body.putArray("errorMessages");
    body.set("errors", errors);
    return Optional.of(StubReply.json(400, body));
  }

  /** What Jira would not take as rich text. */
  private Optional<String> wrongText(JsonNode text) {
    int length = world.cloud ? Json.write(text).length() : text.asText("").length();
    if (length > LONGEST) {
      return Optional.of(
          "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
    }
    if (!world.cloud) {
      return text.isTextual() ? Optional.empty() : Optional.of("Operation value must be a string");
    }
    List<String> wrong = new ArrayList<>();
    checkNode(text, wrong);
    return wrong.stream().findFirst();
  }

  private static void checkNode(JsonNode node, List<String> wrong) {
    Set<String> known =
        Set.of("doc", "paragraph", "bulletList", "listItem", "blockquote", "text", "mention");
    String type = node.path("type").asText("");
    if (!known.contains(type)) {
      wrong.add("INVALID_INPUT: " + type);
    }
    if (type.equals("doc") && node.path("version").asInt(0) != 1) {
      wrong.add("INVALID_INPUT: version");
    }
    if (type.equals("text") && node.path("text").asText("").isEmpty()) {
      wrong.add("INVALID_INPUT: an empty text");
    }
    boolean leaf = type.equals("text") || type.equals("mention");
    if (!leaf && !type.equals("paragraph") && node.path("content").isEmpty()) {
      wrong.add("INVALID_INPUT: an empty " + type);
    }
    node.path("content").forEach(child -> checkNode(child, wrong));
  }

  private void set(StubIssue issue, JsonNode fields) {
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "project" -> {}
        case "issuetype" -> issue.type = value.path("id").asText("");
        case "summary" -> issue.summary = value.asText("");
        case "description" -> issue.description = kept(value);
        case "labels" -> {
          issue.labels.clear();
          value.forEach(label -> issue.labels.add(label.asText("")));
        }
        case "assignee" -> issue.assignee = user(value);
        case "priority" -> issue.priority = priority(value);
        case "duedate" -> issue.due = Optional.of(value.asText(""));
        default -> issue.other.put(field.getKey(), value);
      }
    }
  }

  /** As Jira keeps a text: a Data Center ends lines in its own manner, Cloud numbers nodes. */
  private JsonNode kept(JsonNode text) {
    if (!world.cloud) {
      return TextNode.valueOf(text.asText("").strip().replaceAll("\\R", "\r\n"));
    }
    JsonNode copy = text.deepCopy();
    for (JsonNode node : copy.path("content")) {
      if (node.path("type").asText("").equals("paragraph")) {
        ((ObjectNode) node).putObject("attrs").put("localId", Long.toHexString(world.nextId()));
      }
    }
    return copy;
  }

  /** A user who can be assigned: the stub's strangers cannot. */
  private Optional<StubUser> user(JsonNode value) {
    return world
        .user(value.path(world.cloud ? "accountId" : "name").asText(""))
        .filter(user -> !user.fullName().startsWith("Stranger"));
  }

  private static Optional<String> priority(JsonNode value) {
    int id = value.path("id").asInt(0);
    String name = value.path("name").asText("");
    return id > 0 && id <= StubWorld.PRIORITIES.size()
        ? Optional.of(StubWorld.PRIORITIES.get(id - 1))
        : StubWorld.PRIORITIES.stream().filter(name::equals).findFirst();
  }
}
