package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An issue in the memory of the stub of Jira. */
final class StubIssue {
  final long id;
  final String reporter;
  final Instant created;
  final List<StubComment> comments = new ArrayList<>();
  final List<StubChange> changes = new ArrayList<>();
  final List<ObjectNode> links = new ArrayList<>();
  final List<ObjectNode> remoteLinks = new ArrayList<>();
  final Map<String, JsonNode> properties = new LinkedHashMap<>();
  final Map<String, JsonNode> other = new LinkedHashMap<>();
  final List<String> labels = new ArrayList<>();

  /** What the index knows of {@link #updated}, and from when on. */
  final List<Map.Entry<Instant, Instant>> indexed = new ArrayList<>();

  StubProject project;
  int number;
  String type = "10001";
  String summary = "";
  JsonNode description = NullNode.getInstance();
  StubStatus status = StubStatus.TO_DO;
  Optional<String> resolution = Optional.empty();
  Optional<Instant> resolved = Optional.empty();
  Optional<StubUser> assignee = Optional.empty();
  Optional<String> priority = Optional.empty();
  Optional<String> due = Optional.empty();
  Instant updated;
  boolean deleted;
  Optional<Instant> archived = Optional.empty();

  StubIssue(long id, StubProject project, int number, String reporter, Instant created) {
    this.id = id;
    this.project = project;
    this.number = number;
    this.reporter = reporter;
    this.created = created;
    this.updated = created;
  }

  /** A comment; its body is a document on Cloud and text on a Data Center. */
  static final class StubComment {
    final long id;
    final StubUser author;
    final Instant created;
    JsonNode body;
    Instant updated;
    final Map<String, JsonNode> properties = new LinkedHashMap<>();

    StubComment(long id, StubUser author, Instant created, JsonNode body) {
      this.id = id;
      this.author = author;
      this.created = created;
      this.updated = created;
      this.body = body;
    }

    /** True where no customer of a service desk sees it. */
    boolean isInternal() {
      return properties
          .getOrDefault("sd.public.comment", Json.object())
          .path("internal")
          .asBoolean(false);
    }
  }

  /** An entry of the change log. */
  record StubChange(long id, StubUser author, Instant at, List<ObjectNode> items) {
    StubChange {
      items = List.copyOf(items);
    }
  }

  String key() {
    return project.key + "-" + number;
  }

  Optional<Instant> indexedUpdate(Instant now) {
    return indexed.stream()
        .filter(entry -> !entry.getKey().isAfter(now))
        .map(Map.Entry::getValue)
        .max(Instant::compareTo);
  }
}
