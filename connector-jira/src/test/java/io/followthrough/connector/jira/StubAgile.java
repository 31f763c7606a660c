package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;

/** The stub of Jira Software's boards: one, with two sprints to come. */
final class StubAgile {
  private StubAgile() {}

  static StubReply answer(StubRequest request) {
    ObjectNode page = Json.object().put("isLast", true);
    if (request.path().endsWith("/sprint")) {
      page.putArray("values").add(sprint(8, "2026-12-14")).add(sprint(7, "2026-11-30"));
    } else {
      page.putArray("values").addObject().put("id", 3).put("name", "PAY board");
    }
    return StubReply.json(200, page);
  }

  private static ObjectNode sprint(int id, String start) {
    return Json.object()
        .put("id", id)
        .put("state", "future")
        .put("name", "Sprint " + id)
        .put("startDate", start + "T09:00:00.000Z");
  }
}
