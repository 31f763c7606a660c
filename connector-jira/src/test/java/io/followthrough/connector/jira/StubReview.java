package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An issue of the stub of Jira that is read as a postmortem. */
final class StubReview {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  final String id;
  final Instant createdAt;
  final Set<String> labels = new TreeSet<>();
  final List<String> components = new ArrayList<>();
  final List<Said> comments = new ArrayList<>();

  String key;
  String summary;
  JsonNode description = Json.object().textNode("");
  Optional<String> assignee = Optional.empty();
  String priority = "Medium";
  boolean secret;
  boolean broken;

  /** The index has not seen it. */
  boolean hidden;

  /** The query does not find it any more. */
  boolean elsewhere;

  boolean archived;
  Instant updatedAt;

  /** A comment; one for some readers only names their role. */
  record Said(String author, JsonNode body, Optional<String> role) {}

  StubReview(String id, String key, String summary, Instant now) {
    this.id = id;
    this.key = key;
    this.summary = summary;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** The issue with some of its fields, and no more than so many comments. */
  ObjectNode json(Set<String> wanted, int mostComments) {
    ObjectNode issue = Json.object().put("id", id).put("key", key);
    ObjectNode fields = issue.putObject("fields");
    fields.put("summary", summary).put("created", WRITTEN.format(createdAt));
    fields.put("updated", WRITTEN.format(updatedAt));
    fields.set("description", description);
    ArrayNode names = fields.putArray("labels");
    labels.forEach(names::add);
    ArrayNode services = fields.putArray("components");
    components.forEach(name -> services.addObject().put("id", "1").put("name", name));
    fields.putObject("priority").put("id", "3").put("name", priority);
    fields.putNull("assignee");
    assignee.ifPresent(name -> fields.putObject("assignee").put("displayName", name));
    if (secret) {
      fields.putObject("security").put("id", "7").put("name", "Staff");
    }
    if (archived) {
      fields.put("archiveddate", WRITTEN.format(updatedAt));
    }
    fields.set("comment", page(0, mostComments));
    fields.retain(wanted);
    return issue;
  }

  /** A page of the comments. */
  ObjectNode page(int start, int most) {
    ObjectNode page = Json.object();
    ArrayNode list = page.putArray("comments");
    int id = 0;
    for (Said said : comments) {
      if (id >= start && id < start + most) {
        ObjectNode comment = list.addObject().put("id", Integer.toString(id));
        comment.putObject("author").put("displayName", said.author());
        comment.set("body", said.body());
        comment.put("created", createdAt.toString());
        said.role()
            .ifPresent(
                role -> comment.putObject("visibility").put("type", "role").put("value", role));
      }
      id++;
    }
    return page.put("maxResults", most).put("total", comments.size()).put("startAt", start);
  }
}
