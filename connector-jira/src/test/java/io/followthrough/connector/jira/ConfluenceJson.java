package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.util.Map;
import java.util.Set;

/** Pages and people as Confluence writes them: REST v1 of both editions, REST v2 of the Cloud. */
final class ConfluenceJson {
  private final ConfluenceWorld world;

  ConfluenceJson(ConfluenceWorld world) {
    this.world = world;
  }

  ObjectNode self(boolean stranger) {
    if (stranger) {
      return Json.object().put("type", "anonymous").put("displayName", "Anonymous");
    }
    ObjectNode self = Json.object().put("type", "known").put("displayName", "Followthrough");
    return world.edition == Edition.CLOUD
        ? self.put("accountId", "557058:b07").put("accountType", "atlassian")
        : self.put("username", "followthrough").put("userKey", "4028b8b07");
  }

  ObjectNode person(String key, String name) {
    return Json.object()
        .put("type", "known")
        .put("userKey", key)
        .put("username", key)
        .put("displayName", name);
  }

  ObjectNode space(String key) {
    ObjectNode space =
        Json.object()
            .put("id", Long.parseLong(ConfluenceWorld.spaceId(key)))
            .put("key", key)
            .put("name", "Space " + key)
            .put("type", "global")
            .put("status", "current");
    space.putObject("_links").put("webui", "/spaces/" + key);
    space.putObject("_expandable").put("metadata", "");
    return space;
  }

  ObjectNode spaceOfCloud(String key) {
    return Json.object()
        .put("id", ConfluenceWorld.spaceId(key))
        .put("key", key)
        .put("name", "Space " + key)
        .put("type", "global")
        .put("status", "current");
  }

  /** A page of REST v1. */
  ObjectNode content(StubPage page, Set<String> expand) {
    ObjectNode content = bare(page);
    if (expand.contains("version")) {
      content
          .putObject("version")
          .put("when", page.modifiedAt.toString())
          .put("number", page.version)
          .put("minorEdit", false);
    }
    if (expand.contains("space")) {
      content.set("space", space(page.space));
    }
    if (expand.contains("ancestors")) {
      ArrayNode ancestors = content.putArray("ancestors");
      world.above(page).forEach(above -> ancestors.add(bare(above)));
    }
    if (expand.contains("history")) {
      content
          .putObject("history")
          .put("latest", true)
          .put("createdDate", page.createdAt.toString());
    }
    if (expand.contains("metadata.labels")) {
      ObjectNode labels = content.putObject("metadata").putObject("labels");
      labels(page, labels);
      labels.put("start", 0).put("limit", 200).put("size", page.labels.size());
    }
    if (expand.contains("restrictions.read.restrictions.user") && !page.secretive) {
      restrictions(page, content);
    }
    if (expand.contains("body.storage")) {
      content
          .putObject("body")
          .putObject("storage")
          .put("value", page.storage)
          .put("representation", "storage");
    }
    return content;
  }

  /** A page of REST v2. */
  ObjectNode pageOfCloud(StubPage page, Map<String, String> query) {
    ObjectNode content =
        Json.object()
            .put("id", page.id)
            .put("status", page.status)
            .put("title", page.title)
            .put("spaceId", ConfluenceWorld.spaceId(page.space))
            .put("authorId", "557058:b07")
            .put("createdAt", page.createdAt.toString());
    if (!page.parent.isEmpty()) {
      content.put("parentId", page.parent).put("parentType", "page");
    }
    content
        .putObject("version")
        .put("createdAt", page.modifiedAt.toString())
        .put("message", "")
        .put("number", page.version)
        .put("minorEdit", false)
        .put("authorId", "557058:b07");
    ObjectNode body = content.putObject("body");
    if (query.containsKey("body-format")) {
      body.putObject("storage").put("representation", "storage").put("value", page.storage);
    }
    if (query.getOrDefault("include-labels", "").equals("true")) {
      ObjectNode labels = content.putObject("labels");
      labels(page, labels);
      labels.putObject("meta").put("hasMore", false);
    }
    content.putObject("_links").put("webui", webUi(page)).put("base", world.url());
    return content;
  }

  private ObjectNode bare(StubPage page) {
    ObjectNode content =
        Json.object()
            .put("id", page.id)
            .put("type", "page")
            .put("status", page.status)
            .put("title", page.title);
    content.putObject("_links").put("webui", webUi(page)).put("base", world.url());
    return content;
  }

  private static String webUi(StubPage page) {
    return "/spaces/" + page.space + "/pages/" + page.id;
  }

  private static void labels(StubPage page, ObjectNode list) {
    ArrayNode results = list.putArray("results");
    for (String label : page.labels) {
      results
          .addObject()
          .put("prefix", "global")
          .put("name", label)
          .put("id", Integer.toString(label.hashCode() & 0xffff))
          .put("label", label);
    }
  }

  private void restrictions(StubPage page, ObjectNode content) {
    ObjectNode read = content.putObject("restrictions").putObject("read").put("operation", "read");
    ObjectNode restrictions = read.putObject("restrictions");
    ObjectNode users = restrictions.putObject("user");
    ArrayNode list = users.putArray("results");
    for (String reader : page.readers) {
      ObjectNode user = list.addObject().put("type", "known");
      user.put(world.edition == Edition.CLOUD ? "accountId" : "userKey", reader);
    }
    users.put("start", 0).put("limit", 200).put("size", page.readers.size());
    ObjectNode groups = restrictions.putObject("group");
    groups.putArray("results");
    groups.put("start", 0).put("limit", 200).put("size", 0);
    read.putObject("_expandable").put("content", "");
    read.putObject("_links").put("self", world.url());
  }
}
