package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.jira.StubIssue.StubComment;
import io.followthrough.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers the stub of Jira's requests. */
final class StubRoutes {
  private static final String NOT_FOUND =
      "Issue does not exist or you do not have permission to see it.";

  private final StubWorld world;
  private final StubJson json;
  private final StubFields fields;
  private final StubWrites writes;

  StubRoutes(StubWorld world) {
    this.world = world;
    this.json = new StubJson(world);
    this.fields = new StubFields(world, json);
    this.writes = new StubWrites(world, json, fields);
  }

  StubReply answer(StubRequest asked) {
    boolean gateway = asked.path().startsWith(JiraStub.GATEWAY_PATH);
    StubRequest request =
        gateway ? asked.at(asked.path().substring(JiraStub.GATEWAY_PATH.length())) : asked;
    if (request.path().equals("/_edge/tenant_info")) {
      return StubReply.json(200, Json.object().put("cloudId", JiraStub.CLOUD_ID));
    }
    boolean ours = isOurs(request.signIn()) && gateway == world.scoped;
    if (!ours && gateway) {
      return StubReply.json(401, Json.object().put("code", 401).put("message", "Unauthorized"));
    }
    if (!ours && (request.path().endsWith("/myself") || request.method().equals("PUT"))) {
      return StubReply.error(401, "Client must be authenticated to access this resource.")
          .with("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
    }
    if (!ours) {
      return stranger(request);
    }
    StubReply reply = route(request);
    return world.tellsWhomItAnswers
        ? world.cloud
            ? reply.with("X-AACCOUNTID", world.bot().id())
            : reply.with("X-AUSERNAME", world.bot().name()).with("X-Seraph-LoginReason", "OK")
        : reply;
  }

  private boolean isOurs(String signIn) {
    String cloud =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (JiraStub.MAIL + ":" + world.token).getBytes(StandardCharsets.UTF_8));
    return signIn.equals(world.cloud ? cloud : "Bearer " + world.token);
  }

  /** Everybody sees an empty site, with status 200. */
  private StubReply stranger(StubRequest request) {
    StubReply empty =
        request.path().contains("/search")
            ? StubReply.json(200, nothing())
            : StubReply.error(404, NOT_FOUND);
    return world.cloud
        ? empty.with("X-Seraph-LoginReason", "AUTHENTICATED_FAILED")
        : empty.with("X-AUSERNAME", "anonymous");
  }

  private ObjectNode nothing() {
    ObjectNode page = Json.object();
    page.putArray("issues");
    return world.cloud ? page.put("isLast", true) : page.put("startAt", 0).put("total", 0);
  }

  private StubReply route(StubRequest request) {
    String[] s = request.segments();
    if (request.path().startsWith("/rest/agile/1.0/board")) {
      return StubAgile.answer(request);
    }
    if (request.path().equals("/rest/pat/latest/tokens")) {
      ArrayNode tokens = Json.object().putArray("tokens");
      tokens
          .addObject()
          .put("id", 1)
          .put("name", "followthrough")
          .put("expiringAt", StubJson.time(world.now().plusSeconds(86_400L * 200)));
      return StubReply.json(200, tokens);
    }
    if (s.length < 4
        || !(s[0] + "/" + s[1] + "/" + s[2]).equals(world.cloud ? "rest/api/3" : "rest/api/2")) {
      return StubReply.error(404, "null for uri: " + request.path());
    }
    String[] below = Arrays.copyOfRange(s, 3, s.length);
    return switch (below[0]) {
      case "issue" -> issue(request, below);
      case "project" -> project(below);
      case "search" -> search(request, below);
      case "comment" -> commentProperty(below);
      case "user" -> assignable(request);
      default -> facts(below[0], request);
    };
  }

  private StubReply facts(String name, StubRequest request) {
    return switch (name) {
      case "myself" -> StubReply.json(200, world.bot().json(world.cloud));
      case "serverInfo" ->
          StubReply.json(
              200,
              Json.object()
                  .put("baseUrl", world.base)
                  .put("version", world.cloud ? "1001.0.0-SNAPSHOT" : "10.3.24")
                  .put("deploymentType", world.cloud ? "Cloud" : "Server"));
      case "field" -> {
        ArrayNode all = Json.object().putArray("fields");
        StubFields.CUSTOM.keySet().stream().sorted().forEach(id -> all.add(fields.ofSite(id)));
        all.add(fields.ofSite("duedate"));
        yield StubReply.json(200, all);
      }
      case "status" -> {
        ArrayNode all = Json.object().putArray("all");
        for (StubStatus status : StubStatus.values()) {
          all.add(status.json(json.root()));
        }
        yield StubReply.json(200, all);
      }
      case "resolution" -> {
        List<JsonNode> all =
            StubWorld.RESOLUTIONS.stream().<JsonNode>map(json::resolution).toList();
        ArrayNode plain = Json.object().putArray("all").addAll(all);
        yield world.cloud
            ? StubReply.json(
                200,
                page(
                    Json.object().put("startAt", 0).put("maxResults", 50).put("isLast", true),
                    "values",
                    all,
                    all.size()))
            : StubReply.json(200, plain);
      }
      case "mypermissions" -> permissions(request);
      default -> StubReply.error(404, "no such resource: " + name);
    };
  }

  private StubReply permissions(StubRequest request) {
    ObjectNode permissions = Json.object();
    String asked =
        request.query().getOrDefault("permissions", String.join(",", JiraStub.PERMISSIONS));
    for (String key : asked.split(",", -1)) {
      permissions
          .putObject(key)
          .put("id", Integer.toString(key.hashCode() & 0xFF))
          .put("key", key)
          .put("name", key)
          .put("type", "PROJECT")
          .put("description", key)
          .put("havePermission", world.permissions.contains(key));
    }
    ObjectNode body = Json.object();
    body.set("permissions", permissions);
    return StubReply.json(200, body);
  }

  private StubReply project(String[] s) {
    Optional<StubProject> project = world.project(s[1]).filter(found -> found.visible);
    if (project.isEmpty()) {
      return StubReply.error(404, "No project could be found with key '" + s[1] + "'.");
    }
    if (s.length == 2) {
      return StubReply.json(200, json.project(project.get()));
    }
    ArrayNode types = Json.object().putArray("types");
    ObjectNode type =
        types
            .addObject()
            .put("self", json.root() + "/issuetype/10001")
            .put("id", "10001")
            .put("name", "Task")
            .put("subtask", false);
    ArrayNode statuses = type.putArray("statuses");
    for (StubStatus status : StubStatus.values()) {
      statuses.add(status.json(json.root()));
    }
    return StubReply.json(200, types);
  }

  private StubReply issue(StubRequest request, String[] s) {
    if (s.length == 1) {
      return writes.create(request.json());
    }
    if (s[1].equals("createmeta")) {
      return createMeta(s);
    }
    Optional<StubIssue> found = world.issue(s[1]);
    if (found.isEmpty()) {
      return StubReply.error(404, NOT_FOUND);
    }
    StubIssue issue = found.get();
    boolean write = !request.method().equals("GET");
    return switch (s.length == 2 ? "" : s[2]) {
      case "" -> write ? writes.edit(issue, request.json()) : read(issue, request);
      case "comment" -> comments(issue, request, s);
      case "transitions" -> write ? writes.transition(issue, request.json()) : transitions();
      case "remotelink" -> {
        ArrayNode links = Json.object().putArray("links");
        links.addAll(issue.remoteLinks);
        yield StubReply.json(200, links);
      }
      case "changelog" -> {
        int start = request.number("startAt", 0);
        List<JsonNode> all =
            issue.changes.stream().<JsonNode>map(json::change).skip(start).limit(100).toList();
        yield StubReply.json(
            200, page(Json.object().put("startAt", start), "values", all, issue.changes.size()));
      }
      default -> StubReply.error(404, "no such resource: " + s[2]);
    };
  }

  private StubReply read(StubIssue issue, StubRequest request) {
    Set<String> fields = words(request.query().getOrDefault("fields", ""));
    ObjectNode shown =
        json.issue(issue, fields, words(request.query().getOrDefault("properties", "")));
    if (request.query().getOrDefault("expand", "").contains("changelog")) {
      List<JsonNode> all = issue.changes.stream().<JsonNode>map(json::change).toList();
      List<JsonNode> newest =
          world.cloud ? all.subList(Math.max(0, all.size() - 100), all.size()) : all;
      shown.set(
          "changelog",
          page(Json.object().put("startAt", 0), "histories", newest, issue.changes.size()));
    }
    return StubReply.json(200, shown);
  }

  private StubReply comments(StubIssue issue, StubRequest request, String[] s) {
    boolean write = !request.method().equals("GET");
    if (s.length == 3 && write) {
      return writes.comment(issue, request.json());
    }
    if (s.length == 4) {
      Optional<StubComment> comment =
          issue.comments.stream().filter(c -> Long.toString(c.id).equals(s[3])).findFirst();
      if (comment.isEmpty()) {
        return StubReply.error(404, "Can not find a comment for the id: " + s[3] + ".");
      }
      return write
          ? writes.editComment(issue, comment.get(), request.json())
          : StubReply.json(200, json.comment(issue, comment.get()));
    }
    Comparator<StubComment> order = Comparator.comparing(comment -> comment.id);
    if (request.query().getOrDefault("orderBy", "").startsWith("-")) {
      order = order.reversed();
    }
    int start = request.number("startAt", 0);
    List<JsonNode> rows =
        issue.comments.stream()
            .sorted(order)
            .skip(start)
            .limit(Math.min(50, request.number("maxResults", 50)))
            .<JsonNode>map(comment -> json.comment(issue, comment))
            .toList();
    return StubReply.json(
        200, page(Json.object().put("startAt", start), "comments", rows, issue.comments.size()));
  }

  private StubReply commentProperty(String[] s) {
    for (StubIssue issue : world.issues.values()) {
      for (StubComment comment : issue.comments) {
        if (Long.toString(comment.id).equals(s[1]) && comment.properties.containsKey(s[3])) {
          ObjectNode body = Json.object().put("key", s[3]);
          body.set("value", comment.properties.get(s[3]));
          return StubReply.json(200, body);
        }
      }
    }
    return StubReply.error(404, "The property does not exist.");
  }

  private StubReply transitions() {
    ArrayNode all = Json.object().putArray("all");
    for (StubStatus status : StubStatus.values()) {
      ObjectNode way = all.addObject().put("id", "1" + status.id).put("name", status.shown);
      way.set("to", status.json(json.root()));
      if (status == StubStatus.DONE) {
        ObjectNode resolution =
            way.putObject("fields").putObject("resolution").put("required", true);
        resolution.put("name", "Resolution").put("key", "resolution");
        resolution.putArray("operations").add("set");
        resolution.putObject("schema").put("type", "resolution").put("system", "resolution");
        ArrayNode allowed = resolution.putArray("allowedValues");
        StubWorld.RESOLUTIONS.forEach(name -> allowed.add(json.resolution(name)));
      }
    }
    ObjectNode body = Json.object();
    body.set("transitions", all);
    return StubReply.json(200, body);
  }

  private StubReply createMeta(String[] s) {
    Optional<StubProject> project = world.project(s[2]).filter(found -> found.visible);
    if (project.isEmpty()) {
      return StubReply.error(400, "Project not found or no permission to create in it.");
    }
    String rows = world.cloud ? (s.length == 4 ? "issueTypes" : "fields") : "values";
    List<JsonNode> all =
        s.length == 4
            ? List.of(type("10001", "Task"), type("10002", "Bug"))
            : project.get().screen.stream()
                .<JsonNode>map(id -> fields.onScreen(id, project.get().required.contains(id)))
                .toList();
    ObjectNode page = Json.object().put("startAt", 0).put("maxResults", 100);
    page.put("isLast", true);
    return StubReply.json(200, page(page, rows, all, all.size()));
  }

  private ObjectNode type(String id, String name) {
    return Json.object()
        .put("self", json.root() + "/issuetype/" + id)
        .put("id", id)
        .put("description", "")
        .put("name", name)
        .put("subtask", false);
  }

  private StubReply assignable(StubRequest request) {
    String id = request.query().getOrDefault("accountId", "");
    String query =
        request
            .query()
            .getOrDefault(world.cloud ? "query" : "username", "")
            .toLowerCase(Locale.ROOT);
    ArrayNode found = Json.object().putArray("found");
    for (StubUser user : world.users) {
      boolean matches =
          id.isEmpty()
              ? (user.fullName() + " " + user.mail() + (world.cloud ? "" : " " + user.name()))
                  .toLowerCase(Locale.ROOT)
                  .contains(query)
              : user.id().equals(id);
      if (matches && !user.fullName().startsWith("Stranger")) {
        found.add(user.json(world.cloud));
      }
    }
    return StubReply.json(200, found);
  }

  private StubReply search(StubRequest request, String[] s) {
    if (world.cloud != (s.length == 2)) {
      return StubReply.error(410, "The requested API has been removed.");
    }
    JsonNode asked = request.json();
    String jql = asked.path("jql").asText("");
    Predicate<StubIssue> condition;
    try {
      condition = Jql.parse(jql, world);
    } catch (Jql.Wrong e) {
      return StubReply.error(400, String.valueOf(e.getMessage()));
    }
    Comparator<StubIssue> order =
        Jql.isNewestFirst(jql)
            ? Comparator.comparing((StubIssue issue) -> issue.id).reversed()
            : Comparator.comparing((StubIssue issue) -> issue.updated).thenComparing(i -> i.id);
    List<StubIssue> all =
        world.issues.values().stream()
            .filter(issue -> !issue.deleted && issue.archived.isEmpty())
            .filter(issue -> issue.project.visible && !issue.project.archived)
            .filter(issue -> issue.indexedUpdate(world.now()).isPresent())
            .filter(condition)
            .sorted(order)
            .toList();
    int start =
        world.cloud
            ? Integer.parseInt(asked.path("nextPageToken").asText("page-0").substring(5))
            : asked.path("startAt").asInt(0);
    int size = Math.min(asked.path("maxResults").asInt(50), world.pageCap);
    List<JsonNode> rows =
        all.stream()
            .skip(start)
            .limit(size)
            .<JsonNode>map(
                issue ->
                    json.issue(issue, texts(asked.path("fields")), texts(asked.path("properties"))))
            .toList();
    if (!world.cloud) {
      ObjectNode page = Json.object().put("startAt", start).put("maxResults", size);
      return StubReply.json(200, page(page, "issues", rows, all.size()));
    }
    ObjectNode page = Json.object();
    boolean last = start + rows.size() >= all.size();
    page.putArray("issues").addAll(rows);
    if (last) {
      page.put("isLast", true);
    } else {
      page.put("nextPageToken", "page-" + (start + rows.size()));
    }
    return StubReply.json(200, page);
  }

  private static ObjectNode page(ObjectNode page, String name, List<JsonNode> rows, int total) {
    page.putArray(name).addAll(rows);
    return page.put("total", total);
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(text -> texts.add(text.asText("")));
    return texts;
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
