package io.followthrough.connector.jira;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A project in the memory of the stub of Jira. */
final class StubProject {
  final long id;
  String key;
  String kind = "software";
  boolean archived;
  boolean visible = true;
  int last;

  /** Fields of the create screen, by id; each of them can be edited, too. */
  final Set<String> screen =
      new LinkedHashSet<>(
          List.of(
              "project",
              "issuetype",
              "summary",
              "description",
              "labels",
              "assignee",
              "duedate",
              "priority",
              "parent",
              "customfield_10010",
              "customfield_10011",
              "customfield_10012",
              "customfield_10013",
              "customfield_10014",
              "customfield_10020",
              "customfield_10030",
              "customfield_10031",
              "customfield_10032",
              "customfield_10033",
              "customfield_10034",
              "customfield_10035",
              "customfield_10036",
              "fixVersions",
              "components"));

  final Set<String> required = new LinkedHashSet<>(List.of("project", "issuetype", "summary"));

  StubProject(long id, String key) {
    this.id = id;
    this.key = key;
  }
}
