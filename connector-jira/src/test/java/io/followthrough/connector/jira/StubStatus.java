package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;

/** A status of the stub's one workflow, from every one of which every other can be reached. */
enum StubStatus {
  TO_DO("1", "To Do", 2, "new"),
  ON_HOLD("2", "On hold", 2, "new"),
  IN_PROGRESS("3", "In Progress", 4, "indeterminate"),
  DONE("4", "Done", 3, "done"),
  DROPPED("5", "Withdrawn", 3, "done");

  final String id;
  final String shown;
  private final int category;
  private final String key;

  StubStatus(String id, String shown, int category, String key) {
    this.id = id;
    this.shown = shown;
    this.category = category;
    this.key = key;
  }

  boolean isClosed() {
    return key.equals("done");
  }

  ObjectNode json(String base) {
    ObjectNode json =
        Json.object().put("self", base + "/status/" + id).put("name", shown).put("id", id);
    json.putObject("statusCategory")
        .put("self", base + "/statuscategory/" + category)
        .put("id", category)
        .put("key", key)
        .put("colorName", "blue-gray")
        .put("name", key);
    return json;
  }
}
