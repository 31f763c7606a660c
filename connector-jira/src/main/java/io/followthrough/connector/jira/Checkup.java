package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether this project can be worked with, one line a finding, each with its mend. */
final class Checkup {
  private static final Duration SOON = Duration.ofDays(14);

  private final JiraApi api;
  private final JiraConfig config;
  private final CheckupFields fields;
  private final CheckupStatuses statuses;
  private final Accounts accounts;
  private final Sprints sprints;

  Checkup(
      JiraApi api,
      JiraConfig config,
      CreateFields screens,
      States states,
      Accounts accounts,
      People people,
      Sprints sprints) {
    this.api = requireNonNull(api, "api is null");
    this.config = requireNonNull(config, "config is null");
    this.statuses = new CheckupStatuses(api, config, states);
    this.accounts = requireNonNull(accounts, "accounts is null");
    this.sprints = requireNonNull(sprints, "sprints is null");
    this.fields = new CheckupFields(api, config, screens, people);
  }

  List<CheckFinding> findings() {
    List<CheckFinding> findings = new ArrayList<>();
    try {
      findings.add(ok("token", "belongs to " + owner()));
      expiry(findings);
      deployment(findings);
      if (project(findings)) {
        permissions(findings);
        fields.check(findings);
        statuses.check(findings);
        sprint(findings);
      }
    } catch (TrackerException e) {
      findings.add(problem(config.project(), String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private String owner() {
    JsonNode self = api.site().self();
    return Fields.optionalText(self, "displayName").orElse(accounts.self().handle());
  }

  /** Cloud tells nobody when a token ends; a Data Center lists those of the account. */
  private void expiry(List<CheckFinding> findings) {
    Map<String, Instant> ends = new LinkedHashMap<>();
    config
        .expires()
        .ifPresent(date -> ends.put("token", date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    if (!api.isCloud()) {
      Reply tokens = api.site().send(HttpCall.get("check token", "/rest/pat/latest/tokens"));
      if (tokens.isSuccess()) {
        for (JsonNode token : tokens.json()) {
          JiraFields.instant(token, "expiringAt")
              .ifPresent(at -> ends.put("token " + Fields.text(token, "name"), at));
        }
      }
    } else if (config.expires().isEmpty()) {
      findings.add(
          ok("token", "ends within a year: write the day into auth.expires to be warned before"));
    }
    ends.forEach(
        (token, at) ->
            findings.add(
                new CheckFinding(
                    at.isBefore(api.now().plus(SOON)) ? Level.WARNING : Level.OK,
                    token,
                    "expires at " + at + ": replace it before")));
  }

  private void deployment(List<CheckFinding> findings) {
    JsonNode server = api.get("check site", "/serverInfo").json();
    boolean cloud = Fields.text(server, "deploymentType").equalsIgnoreCase("Cloud");
    String version = Fields.text(server, "version");
    if (cloud != api.isCloud()) {
      findings.add(
          problem(
              "deployment",
              "the site is " + (cloud ? "Jira Cloud" : "a Data Center") + ": set deployment so"));
    } else {
      findings.add(ok("deployment", cloud ? "Jira Cloud" : "Data Center " + version));
    }
  }

  private boolean project(List<CheckFinding> findings) {
    String key = config.project();
    Reply reply = api.exchange(HttpCall.get("check project", "/project/" + HttpCall.encode(key)));
    if (!reply.isSuccess()) {
      findings.add(problem(key, String.valueOf(api.projectFailure(reply, key).getMessage())));
      return false;
    }
    JsonNode project = JiraApi.object(reply);
    String present = Fields.text(project, "key");
    if (!present.equals(key)) {
      findings.add(problem(key, "has another key now: set `project: " + present + "`"));
    }
    if (project.path("archived").asBoolean(false)) {
      findings.add(problem(key, "is archived and takes no ticket: restore it or name another"));
    }
    boolean desk = Fields.text(project, "projectTypeKey").equals("service_desk");
    findings.add(
        ok(
            key,
            "is reachable"
                + (desk ? ", a service desk: comments are internal, no customer gets them" : "")));
    return true;
  }

  private void permissions(List<CheckFinding> findings) {
    Map<String, String> needed = new LinkedHashMap<>();
    needed.put("BROWSE_PROJECTS", "Browse projects");
    needed.put("CREATE_ISSUES", "Create issues");
    needed.put("ADD_COMMENTS", "Add comments");
    needed.put("EDIT_ISSUES", "Edit issues");
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("ASSIGN_ISSUES", "Assign issues: without it nobody is assigned");
    wanted.put("SCHEDULE_ISSUES", "Schedule issues: without it no due date is set");
    wanted.put("TRANSITION_ISSUES", "Transition issues: without it nothing can be retracted");
    wanted.put("EDIT_OWN_COMMENTS", "Edit own comments: without it nothing can be retracted");
    Set<String> all = new TreeSet<>(needed.keySet());
    all.addAll(wanted.keySet());
    String path =
        "/mypermissions?projectKey="
            + HttpCall.encode(config.project())
            + (api.isCloud() ? "&permissions=" + String.join(",", all) : "");
    JsonNode mine = api.get("check permissions", path).json().path("permissions");
    needed.forEach(
        (key, name) -> {
          if (!mine.path(key).path("havePermission").asBoolean(false)) {
            findings.add(
                problem("permission", "the account lacks " + name + " in " + config.project()));
          }
        });
    wanted.forEach(
        (key, name) -> {
          if (!mine.path(key).path("havePermission").asBoolean(false)) {
            findings.add(
                new CheckFinding(Level.WARNING, "permission", "the account lacks " + name));
          }
        });
  }

  private void sprint(List<CheckFinding> findings) {
    if (config.nextSprint()) {
      Optional<Long> next = sprints.next(config.project());
      findings.add(
          next.isPresent()
              ? ok("place", "the next sprint is " + next.get())
              : new CheckFinding(
                  Level.WARNING, "place", "there is no sprint to come: tickets go to the backlog"));
    }
  }

  static CheckFinding ok(String subject, String message) {
    return new CheckFinding(Level.OK, subject, message);
  }

  static CheckFinding problem(String subject, String message) {
    return new CheckFinding(Level.PROBLEM, subject, message);
  }
}
