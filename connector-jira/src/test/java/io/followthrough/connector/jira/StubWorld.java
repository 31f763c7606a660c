package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.jira.StubIssue.StubChange;
import io.followthrough.connector.jira.StubIssue.StubComment;
import io.followthrough.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the stub of Jira remembers. Guarded by its server. */
final class StubWorld {
  static final List<String> PRIORITIES = List.of("Highest", "High", "Medium", "Low");
  static final List<String> RESOLUTIONS = List.of("Done", "Won't Do", "Duplicate");

  final boolean cloud;
  final InstantSource clock;
  final List<StubProject> projects = new ArrayList<>();
  final Map<Long, StubIssue> issues = new LinkedHashMap<>();
  final List<StubUser> users = new ArrayList<>();
  final List<String> permissions = new ArrayList<>();
  String base = "";
  String token = JiraStub.TOKEN;
  boolean scoped;
  boolean tellsWhomItAnswers = true;
  Duration indexLag = Duration.ZERO;
  int pageCap = 1000;
  private long ids = 10_000;

  StubWorld(boolean cloud, InstantSource clock) {
    this.cloud = cloud;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  long nextId() {
    return ++ids;
  }

  StubUser bot() {
    return users.get(0);
  }

  /** A user by account id or user name. */
  Optional<StubUser> user(String handle) {
    return users.stream().filter(u -> (cloud ? u.id() : u.name()).equals(handle)).findFirst();
  }

  Optional<StubProject> project(String key) {
    return projects.stream()
        .filter(p -> p.key.equals(key) || Long.toString(p.id).equals(key))
        .findFirst();
  }

  /** An issue that is there and in sight, by id or key. */
  Optional<StubIssue> issue(String idOrKey) {
    return issues.values().stream()
        .filter(i -> Long.toString(i.id).equals(idOrKey) || i.key().equalsIgnoreCase(idOrKey))
        .filter(i -> !i.deleted && i.project.visible)
        .findFirst();
  }

  StubIssue open(StubProject project, StubUser reporter) {
    StubIssue issue = new StubIssue(nextId(), project, ++project.last, reporter.id(), now());
    issues.put(issue.id, issue);
    touch(issue);
    return issue;
  }

  void touch(StubIssue issue) {
    issue.updated = now();
    issue.indexed.add(Map.entry(now().plus(indexLag), now()));
  }

  StubComment comment(StubIssue issue, StubUser author, JsonNode body) {
    StubComment comment = new StubComment(nextId(), author, now(), body);
    issue.comments.add(comment);
    touch(issue);
    return comment;
  }

  /** Moves an issue to a status; a closed one gets a resolution, an open one loses it. */
  void move(StubIssue issue, StubUser by, StubStatus to, Optional<String> resolution) {
    List<ObjectNode> items = new ArrayList<>();
    if (!issue.resolution.equals(resolution)) {
      items.add(item("resolution", issue.resolution, resolution));
    }
    items.add(
        item("status", Optional.of(issue.status.shown), Optional.of(to.shown))
            .put("from", issue.status.id)
            .put("to", to.id));
    issue.status = to;
    issue.resolution = resolution;
    issue.resolved = resolution.map(name -> now());
    changed(issue, by, items);
  }

  void changed(StubIssue issue, StubUser by, List<ObjectNode> items) {
    issue.changes.add(new StubChange(nextId(), by, now(), items));
    touch(issue);
  }

  static ObjectNode item(String field, Optional<String> from, Optional<String> to) {
    ObjectNode item = Json.object().put("field", field).put("fieldtype", "jira");
    from.ifPresent(words -> item.put("from", words).put("fromString", words));
    to.ifPresent(words -> item.put("to", words).put("toString", words));
    return item;
  }
}
