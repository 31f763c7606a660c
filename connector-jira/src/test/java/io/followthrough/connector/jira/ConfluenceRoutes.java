package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the stub of Confluence answers. */
final class ConfluenceRoutes {
  /** Where the gateway has the site. */
  static final String GATEWAY_PATH = "/ex/confluence/" + JiraStub.CLOUD_ID;

  private final ConfluenceWorld world;
  private final ConfluenceJson json;

  ConfluenceRoutes(ConfluenceWorld world) {
    this.world = world;
    this.json = new ConfluenceJson(world);
  }

  StubReply answer(StubRequest asked) {
    if (world.padding > 0) {
      return StubReply.json(200, Json.object().put("filler", "x".repeat(world.padding)));
    }
    if (asked.path().equals("/_edge/tenant_info")) {
      return StubReply.json(200, Json.object().put("cloudId", JiraStub.CLOUD_ID));
    }
    boolean gateway = asked.path().startsWith(GATEWAY_PATH);
    if (gateway != world.scoped) {
      return StubReply.json(401, Json.object().put("code", 401).put("message", "Unauthorized"));
    }
    StubRequest request = gateway ? asked.at(asked.path().substring(GATEWAY_PATH.length())) : asked;
    if (!request.path().startsWith(world.context() + "/")) {
      return StubReply.error(404, "nothing here");
    }
    boolean known = request.signIn().equals(signIn());
    boolean stranger = world.deaf || request.signIn().isEmpty();
    if (!stranger && !known) {
      return StubReply.error(401, "who are you?");
    }
    return routed(request.at(request.path().substring(world.context().length())), stranger);
  }

  private String signIn() {
    return world.token.equals(ConfluenceStub.TOKEN) ? ConfluenceStub.signIn(world.edition) : "none";
  }

  private StubReply routed(StubRequest request, boolean stranger) {
    String path = request.path();
    boolean cloud = world.edition == Edition.CLOUD;
    if (path.equals("/rest/api/user/current")) {
      return StubReply.json(200, json.self(stranger));
    }
    if (path.equals("/rest/api/content/search")) {
      return search(request, stranger);
    }
    if (cloud && path.equals("/api/v2/users-bulk")) {
      return people(request);
    }
    if (cloud && path.equals("/api/v2/spaces")) {
      return spaces(request.query().getOrDefault("keys", ""), stranger);
    }
    if (cloud && path.matches("/api/v2/pages/\\d+/ancestors")) {
      return ancestors(request.segments()[3]);
    }
    if (cloud && path.matches("/api/v2/pages/\\d+")) {
      return find(request.segments()[3], stranger)
          .map(page -> page(page, json.pageOfCloud(page, request.query())))
          .orElseGet(ConfluenceRoutes::missing);
    }
    if (!cloud && path.equals("/rest/api/user")) {
      String key = request.query().getOrDefault("key", request.query().get("username"));
      String name = world.shy ? null : world.people.get(key);
      return name == null ? missing() : StubReply.json(200, json.person(String.valueOf(key), name));
    }
    if (!cloud && path.startsWith("/rest/api/space/")) {
      String key = request.segments()[3];
      return isSpace(key, stranger) ? StubReply.json(200, json.space(key)) : missing();
    }
    if (!cloud && path.matches("/rest/api/content/\\d+")) {
      return find(request.segments()[3], stranger)
          .filter(StubPage::isCurrent)
          .map(page -> page(page, json.content(page, expand(request))))
          .orElseGet(ConfluenceRoutes::missing);
    }
    return missing();
  }

  private Optional<StubPage> find(String id, boolean stranger) {
    return Optional.ofNullable(world.pages.get(id)).filter(page -> world.sees(stranger, page));
  }

  private static StubReply page(StubPage page, JsonNode body) {
    return page.broken
        ? StubReply.error(500, "this page cannot be rendered")
        : StubReply.json(200, body);
  }

  private StubReply search(StubRequest request, boolean stranger) {
    ConfluenceCql cql = new ConfluenceCql(world, request.query().getOrDefault("cql", ""));
    List<StubPage> found =
        world.pages.values().stream()
            .filter(page -> world.sees(stranger, page) && cql.finds(page))
            .toList();
    String key = world.edition == Edition.CLOUD ? "cursor" : "start";
    int start = request.number(key, 0);
    int limit = Math.min(world.mostResults, request.number("limit", 25));
    List<StubPage> shown = found.stream().skip(start).limit(limit).toList();
    ObjectNode body = Json.object();
    ArrayNode results = body.putArray("results");
    shown.forEach(page -> results.add(json.content(page, expand(request))));
    body.put("start", start).put("limit", limit).put("size", shown.size());
    ObjectNode links = body.putObject("_links").put("base", world.url());
    links.put("context", world.context());
    if (start + shown.size() < found.size()) {
      links.put(
          "next",
          "/rest/api/content/search?cql="
              + HttpCall.encode(request.query().getOrDefault("cql", ""))
              + "&expand="
              + request.query().getOrDefault("expand", "")
              + ("&limit=" + limit + "&" + key + "=" + (start + shown.size())));
    }
    return StubReply.json(200, body);
  }

  private static Set<String> expand(StubRequest request) {
    return Set.copyOf(Arrays.asList(request.query().getOrDefault("expand", "").split(",", -1)));
  }

  private boolean isSpace(String key, boolean stranger) {
    return world.spaces.contains(key) && (!stranger || world.open);
  }

  private StubReply spaces(String key, boolean stranger) {
    ObjectNode body = Json.object();
    ArrayNode results = body.putArray("results");
    if (isSpace(key, stranger)) {
      results.add(json.spaceOfCloud(key));
    }
    body.putObject("_links").put("base", world.url());
    return StubReply.json(200, body);
  }

  private StubReply ancestors(String id) {
    ObjectNode body = Json.object();
    ArrayNode results = body.putArray("results");
    world
        .above(world.page(id))
        .forEach(page -> results.addObject().put("id", page.id).put("type", "page"));
    body.putObject("_links").put("base", world.url());
    return StubReply.json(200, body);
  }

  private StubReply people(StubRequest request) {
    if (world.shy) {
      return StubReply.error(403, "you may not see profiles");
    }
    ObjectNode body = Json.object();
    ArrayNode results = body.putArray("results");
    for (JsonNode id : request.json().path("accountIds")) {
      String name = world.people.get(id.asText());
      if (name != null) {
        results
            .addObject()
            .put("accountId", id.asText())
            .put("displayName", name)
            .put("publicName", name)
            .put("email", "")
            .put("accountStatus", "active")
            .put("accountType", "atlassian");
      }
    }
    body.putObject("_links").put("base", world.url());
    return StubReply.json(200, body);
  }

  private static StubReply missing() {
    return StubReply.error(404, "not there, or not for you");
  }
}
