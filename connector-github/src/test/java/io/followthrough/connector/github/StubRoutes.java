package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.github.StubIssue.StubComment;
import io.followthrough.connector.github.StubIssue.StubEvent;
import io.followthrough.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the stub of GitHub does on each request. */
final class StubRoutes {
  private static final int TITLE = 256;
  private static final int BODY = 65_536;

  private final StubWorld world;
  private final StubFileRoutes files;
  private final StubOffers offers;

  StubRoutes(StubWorld world) {
    this.world = world;
    this.files = new StubFileRoutes(world);
    this.offers = new StubOffers(world);
  }

  StubReply answer(StubRequest request) {
    if (!world.knowsVersion && !request.version().isEmpty()) {
      return StubReply.message(400, "X-GitHub-Api-Version 2022-11-28 is not supported.");
    }
    String[] path = request.segments();
    if (path[0].equals("app")) {
      return world.app.answer(request, world.now());
    }
    if (!world.accepts(request.token())) {
      return StubReply.message(401, "Bad credentials");
    }
    Optional<StubReply> limited = request.method().equals("GET") ? Optional.empty() : world.limit();
    if (limited.isPresent()) {
      return limited.get();
    }
    return switch (path[0]) {
      case "user" ->
          world.bot.endsWith("[bot]")
              ? StubReply.message(403, "Resource not accessible by integration")
              : StubReply.json(200, world.json().publicUser(world.bot, world.start));
      case "users" ->
          world.users.contains(path[1])
              ? StubReply.json(200, world.json().publicUser(path[1], world.start))
              : StubReply.message(404, "Not Found");
      case "installation" -> installed(request);
      case "orgs" -> offers.fields(path[1]);
      case "repos" -> repository(request, path, world.named(path[1] + "/" + path[2]), 3);
      case "repositories" -> repository(request, path, world.byId(path[1]), 2);
      default -> StubReply.message(404, "Not Found");
    };
  }

  private StubReply repository(
      StubRequest request, String[] path, Optional<StubRepository> found, int rest) {
    boolean seen =
        found.filter(it -> it.visible && world.app.sees(request.token(), it)).isPresent();
    if (!seen) {
      return StubReply.message(404, "Not Found");
    }
    StubRepository repository = found.orElseThrow();
    if (rest == 3 && !repository.slug().equalsIgnoreCase(path[1] + "/" + path[2])) {
      String[] segments = request.path().split("/", 5);
      String tail = segments.length > 4 ? "/" + segments[4] : "";
      return StubReply.moved(
          world.base() + "/repositories/" + repository.id + tail + query(request));
    }
    String what = path.length > rest ? path[rest] : "";
    return switch (what) {
      case "" -> StubReply.json(200, world.json().repository(repository));
      case "labels" -> labels(request, repository);
      case "milestones" -> offers.milestones(repository);
      case "issue-types" -> offers.types(repository);
      case "assignees" ->
          repository.collaborators.contains(path[rest + 1])
              ? StubReply.empty(204)
              : StubReply.message(404, "Not Found");
      case "issues" -> issues(request, repository, path, rest + 1);
      case "git" -> files.git(request, repository, path, rest + 1);
      case "contents" -> files.contents(request, repository, path, rest + 1);
      case "commits" -> page(request, repository, files.commits(request, repository));
      default -> StubReply.message(404, "Not Found");
    };
  }

  private StubReply installed(StubRequest request) {
    List<StubRepository> all =
        world.repositories.stream()
            .filter(r -> r.visible && world.app.sees(request.token(), r))
            .toList();
    int size = request.number("per_page", 30);
    int page = request.number("page", 1);
    ObjectNode json = Json.object().put("total_count", all.size());
    ArrayNode rows = json.putArray("repositories");
    all.stream()
        .skip((long) (page - 1) * size)
        .limit(size)
        .forEach(repository -> rows.add(world.json().repository(repository)));
    String next = world.base() + request.path() + "?per_page=" + size + "&page=" + (page + 1);
    StubReply reply = StubReply.json(200, json);
    return (long) page * size < all.size()
        ? reply.with("Link", "<" + next + ">; rel=\"next\"")
        : reply;
  }

  private StubReply labels(StubRequest request, StubRepository repository) {
    if (request.method().equals("GET")) {
      return page(
          request,
          repository,
          repository.labels.keySet().stream()
              .<JsonNode>map(name -> world.json().label(repository, name))
              .toList());
    }
    String name = request.json().path("name").asText();
    if (!repository.push) {
      return StubReply.message(403, "Resource not accessible by personal access token");
    }
    if (repository.labels.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
      return StubReply.invalid("Label", "name", "already_exists");
    }
    repository.labels.put(name, world.nextId());
    return StubReply.json(201, world.json().label(repository, name));
  }

  private StubReply issues(
      StubRequest request, StubRepository repository, String[] path, int rest) {
    if (!repository.hasIssues) {
      return StubReply.message(410, "Issues has been disabled in this repository.");
    }
    if (path.length == rest) {
      return request.method().equals("GET") ? list(request, repository) : open(request, repository);
    }
    if (path[rest].equals("comments")) {
      return path.length == rest + 1
          ? allComments(request, repository)
          : oneComment(request, repository, Long.parseLong(path[rest + 1]));
    }
    Optional<StubIssue> issue = repository.issue(Integer.parseInt(path[rest]));
    if (issue.isEmpty()) {
      return StubReply.message(404, "Not Found");
    }
    if (issue.get().deleted) {
      return StubReply.message(410, "This issue was deleted");
    }
    String below = path.length > rest + 1 ? path[rest + 1] : "";
    if (issue.get().movedTo.isPresent()) {
      String tail = below.isEmpty() ? "" : "/" + below;
      return StubReply.moved(
          world.base() + "/repositories/" + issue.get().movedTo.get() + tail + query(request));
    }
    return switch (below) {
      case "" ->
          request.method().equals("GET")
              ? StubReply.json(200, world.json().issue(repository, issue.get()))
              : edit(request, repository, issue.get());
      case "comments" -> comments(request, repository, issue.get());
      case "sub_issues" -> adopt(request, repository, issue.get());
      case "issue-field-values" -> offers.set(request, repository, issue.get());
      case "timeline" -> timeline(request, repository, issue.get());
      default -> StubReply.message(404, "Not Found");
    };
  }

  /** Puts an issue below another, once. */
  private StubReply adopt(StubRequest request, StubRepository repository, StubIssue parent) {
    if (!world.hasSubIssues) {
      return StubReply.message(404, "Not Found");
    }
    long id = request.json().path("sub_issue_id").asLong();
    Optional<StubIssue> child =
        repository.issues.values().stream().filter(issue -> issue.id == id).findFirst();
    if (child.isEmpty() || child.get().parent.isPresent() || child.get() == parent) {
      return StubReply.invalid("SubIssue", "sub_issue_id", "invalid");
    }
    child.get().parent = Optional.of(parent);
    return StubReply.json(201, world.json().issue(repository, parent));
  }

  private StubReply list(StubRequest request, StubRepository repository) {
    Optional<Instant> since = Optional.ofNullable(request.query().get("since")).map(Instant::parse);
    String state = request.query().getOrDefault("state", "open");
    boolean updated = request.query().getOrDefault("sort", "created").equals("updated");
    Comparator<StubIssue> order =
        Comparator.<StubIssue, Instant>comparing(
                issue -> updated ? issue.updatedAt : issue.createdAt)
            .thenComparing(issue -> issue.number);
    boolean ascending = request.query().getOrDefault("direction", "desc").equals("asc");
    return page(
        request,
        repository,
        repository.listed(world.clock.instant()).stream()
            .filter(issue -> since.isEmpty() || !issue.updatedAt.isBefore(since.get()))
            .filter(issue -> state.equals("all") || issue.state.equals(state))
            .filter(issue -> issue.hasAll(request.query().getOrDefault("labels", "")))
            .sorted(ascending ? order : order.reversed())
            .<JsonNode>map(issue -> world.json().issue(repository, issue))
            .toList());
  }

  private StubReply open(StubRequest request, StubRepository repository) {
    JsonNode json = request.json();
    Optional<StubReply> refusal = tooLong(json);
    if (refusal.isPresent() || repository.archived) {
      return refusal.orElseGet(
          () -> StubReply.message(403, "Repository was archived so is read-only."));
    }
    List<String> assignees = texts(json.path("assignees"));
    if (!repository.dropsAssignees && !repository.collaborators.containsAll(assignees)) {
      return StubReply.invalid("Issue", "assignees", "invalid");
    }
    Optional<StubReply> unknown = offers.refusal(json, repository);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    StubIssue issue = world.open(repository, world.bot, false);
    offers.give(json, repository, issue);
    issue.title = json.path("title").asText();
    issue.body = json.path("body").asText("");
    if (repository.triage && !repository.dropsAssignees) {
      issue.assignees.addAll(assignees);
    }
    if (repository.triage && !repository.dropsLabels) {
      for (String label : texts(json.path("labels"))) {
        repository.labels.putIfAbsent(label, world.nextId());
        issue.labels.add(label);
      }
    }
    return StubReply.json(201, world.json().issue(repository, issue))
        .with("Location", world.base() + "/repos/" + repository.slug() + "/issues/" + issue.number);
  }

  private StubReply edit(StubRequest request, StubRepository repository, StubIssue issue) {
    JsonNode json = request.json();
    Optional<StubReply> refusal = tooLong(json);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<String> assignees = texts(json.path("assignees"));
    if (!repository.dropsAssignees && !repository.collaborators.containsAll(assignees)) {
      return StubReply.invalid("Issue", "assignees", "invalid");
    }
    issue.title = json.path("title").asText(issue.title);
    issue.body = json.path("body").asText(issue.body);
    if (json.has("assignees") && !repository.dropsAssignees) {
      issue.assignees.clear();
      issue.assignees.addAll(assignees);
    }
    String state = json.path("state").asText(issue.state);
    if (!state.equals(issue.state)) {
      world.turn(issue, world.bot, state, json.path("state_reason").asText("completed"));
    }
    issue.updatedAt = world.now();
    return StubReply.json(200, world.json().issue(repository, issue));
  }

  private StubReply comments(StubRequest request, StubRepository repository, StubIssue issue) {
    if (request.method().equals("GET")) {
      return page(
          request,
          repository,
          issue.comments.stream()
              .<JsonNode>map(comment -> world.json().comment(repository, issue, comment))
              .toList());
    }
    Optional<StubReply> refusal = tooLong(request.json());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (issue.locked) {
      return StubReply.message(403, "Unable to create comment because issue is locked.");
    }
    StubComment comment = world.comment(issue, world.bot, request.json().path("body").asText());
    return StubReply.json(201, world.json().comment(repository, issue, comment));
  }

  private StubReply allComments(StubRequest request, StubRepository repository) {
    Optional<Instant> since = Optional.ofNullable(request.query().get("since")).map(Instant::parse);
    List<Map.Entry<StubIssue, StubComment>> rows =
        new ArrayList<>(
            repository
                .comments()
                .filter(e -> since.isEmpty() || !e.getValue().updatedAt.isBefore(since.get()))
                .toList());
    if (request.query().getOrDefault("direction", "asc").equals("desc")) {
      java.util.Collections.reverse(rows);
    }
    return page(
        request,
        repository,
        rows.stream()
            .<JsonNode>map(e -> world.json().comment(repository, e.getKey(), e.getValue()))
            .toList());
  }

  private StubReply oneComment(StubRequest request, StubRepository repository, long id) {
    Optional<StubIssue> issue = repository.ofComment(id);
    if (issue.isEmpty()) {
      return StubReply.message(404, "Not Found");
    }
    StubComment comment =
        issue.get().comments.stream().filter(c -> c.id == id).findFirst().orElseThrow();
    if (request.method().equals("PATCH")) {
      comment.body = request.json().path("body").asText();
      comment.updatedAt = world.now();
    }
    return StubReply.json(200, world.json().comment(repository, issue.get(), comment));
  }

  private StubReply timeline(StubRequest request, StubRepository repository, StubIssue issue) {
    Stream<Map.Entry<Instant, JsonNode>> said =
        issue.comments.stream()
            .map(
                comment ->
                    Map.entry(
                        comment.createdAt,
                        world.json().timelineComment(repository, issue, comment)));
    Stream<Map.Entry<Instant, JsonNode>> done =
        issue.events.stream()
            .<Map.Entry<Instant, JsonNode>>map(
                (StubEvent event) -> Map.entry(event.at(), world.json().event(repository, event)));
    return page(
        request,
        repository,
        Stream.concat(said, done)
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList());
  }

  private StubReply page(StubRequest request, StubRepository repository, List<JsonNode> rows) {
    int size = Math.min(100, request.number("per_page", 30));
    int page = request.number("page", 1);
    ArrayNode shown = Json.object().putArray("rows");
    rows.stream().skip((long) (page - 1) * size).limit(size).forEach(shown::add);
    StubReply reply = StubReply.json(200, shown);
    if ((long) page * size >= rows.size()) {
      return reply;
    }
    String tail = request.path().replaceFirst("^/repos/[^/]+/[^/]+|^/repositories/\\d+", "");
    StringBuilder next =
        new StringBuilder(world.base() + "/repositories/" + repository.id + tail + "?");
    request.query().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("page"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> next.append(e.getKey()).append('=').append(e.getValue()).append('&'));
    return reply.with("Link", "<" + next + "page=" + (page + 1) + ">; rel=\"next\"");
  }

  private static Optional<StubReply> tooLong(JsonNode json) {
    if (json.path("title").asText("").length() > TITLE) {
      return Optional.of(StubReply.invalid("Issue", "title", "too_long"));
    }
    return json.path("body").asText("").length() > BODY
        ? Optional.of(StubReply.invalid("Issue", "body", "too_long"))
        : Optional.empty();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String query(StubRequest request) {
    StringBuilder query = new StringBuilder();
    request.query().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                query
                    .append(query.isEmpty() ? "?" : "&")
                    .append(e.getKey())
                    .append('=')
                    .append(e.getValue()));
    return query.toString();
  }

  /** Whole seconds, as GitHub keeps time. */
  static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
