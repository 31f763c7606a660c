package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;

/**
 * A user of the stub of Jira.
 *
 * @param id the account id on Cloud, the user's key on a Data Center
 * @param name the user name of a Data Center
 */
record StubUser(
    String id, String name, String fullName, String mail, boolean app, boolean hidesMail) {
  ObjectNode json(boolean cloud) {
    ObjectNode json = Json.object().put("active", true).put("displayName", fullName);
    if (!hidesMail) {
      json.put("emailAddress", mail);
    }
    return cloud
        ? json.put("accountId", id).put("accountType", app ? "app" : "atlassian")
        : json.put("key", id).put("name", name);
  }
}
