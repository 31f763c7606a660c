package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.jira.StubIssue.StubChange;
import io.followthrough.connector.jira.StubIssue.StubComment;
import io.followthrough.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** The stub's memory in the shapes of Jira's REST API. */
final class StubJson {
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
    issue.archived.ifPresent(at -> fields.put("archiveddate", time(at)));
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
}
