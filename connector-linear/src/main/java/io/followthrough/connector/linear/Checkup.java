package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether this team can be worked with, one line a finding, each with its mend. */
final class Checkup {
  private final LinearApi api;
  private final LinearConfig config;
  private final Workspace workspace;
  private final BirthInputs inputs;

  Checkup(LinearApi api, LinearConfig config, Workspace workspace, BirthInputs inputs) {
    this.api = requireNonNull(api, "api is null");
    this.config = requireNonNull(config, "config is null");
    this.workspace = requireNonNull(workspace, "workspace is null");
    this.inputs = requireNonNull(inputs, "inputs is null");
  }

  List<CheckFinding> findings() {
    List<CheckFinding> findings = new ArrayList<>();
    try {
      LinearApi.Answer answer =
          api.ask(Operation.READ_WORKSPACE, Json.object().put("team", workspace.key()));
      owner(answer.data(), findings);
      limits(answer.reply(), findings);
      Optional<JsonNode> team = LinearApi.nodes(answer.data().path("teams")).stream().findFirst();
      if (team.isEmpty()) {
        findings.add(problem("team " + workspace.key(), workspace.noSuchTeam()));
      } else {
        team(team.get(), findings);
        project(findings);
        labels(findings);
      }
    } catch (TrackerException e) {
      findings.add(problem("Linear", String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private static void owner(JsonNode data, List<CheckFinding> findings) {
    JsonNode viewer = data.path("viewer");
    String name = Fields.text(viewer, "displayName");
    boolean app = viewer.path("app").asBoolean(false);
    findings.add(
        ok(
            "key",
            app
                ? "belongs to the application " + name
                : "belongs to "
                    + name
                    + ", whose name tickets and comments will bear; an OAuth application with"
                    + " actor=app has a name of its own"));
    findings.add(
        ok(
            "workspace",
            Fields.text(data.path("organization"), "name")
                + " ("
                + Fields.text(data.path("organization"), "urlKey")
                + ")"));
  }

  private static void limits(Reply reply, List<CheckFinding> findings) {
    Optional<String> limit = reply.header("X-RateLimit-Requests-Limit");
    Optional<String> left = reply.header("X-RateLimit-Requests-Remaining");
    if (limit.isPresent() && left.isPresent()) {
      findings.add(ok("limits", left.get() + " of " + limit.get() + " requests left"));
    }
  }

  private void team(JsonNode team, List<CheckFinding> findings) {
    String subject = "team " + Fields.text(team, "key");
    if (Fields.has(team, "retiredAt") || Fields.has(team, "archivedAt")) {
      findings.add(problem(subject, "is retired and takes no ticket: restore it or name another"));
    }
    findings.add(
        ok(
            subject,
            Fields.text(team, "name") + ", is reachable, " + Fields.text(team, "visibility")));
    if (config.estimate().isPresent()
        && Fields.text(team, "issueEstimationType").equals("notUsed")) {
      findings.add(
          new CheckFinding(
              Level.WARNING, subject, "uses no estimates: remove `estimate` or switch them on"));
    }
    Workspace.Known known = new Workspace.Known("", "", Fields.text(team, "id"), team);
    config
        .template()
        .filter(name -> known.template(name).isEmpty())
        .ifPresent(
            name ->
                findings.add(
                    new CheckFinding(
                        Level.WARNING, subject, "has no template " + name + ": none is used")));
  }

  private void project(List<CheckFinding> findings) {
    config
        .project()
        .ifPresent(
            name -> {
              List<JsonNode> found = inputs.projects(name);
              String subject = "project " + name;
              if (found.size() != 1) {
                findings.add(
                    problem(
                        subject,
                        found.isEmpty()
                            ? "is not there, or the key may not see it"
                            : "is there more than once: give the id of one"));
              } else if (LinearApi.nodes(found.get(0).path("teams")).isEmpty()) {
                findings.add(
                    problem(
                        subject,
                        "is no project of team " + config.team() + ": add the team to it"));
              } else {
                findings.add(ok(subject, "is there"));
              }
            });
  }

  private void labels(List<CheckFinding> findings) {
    inputs
        .labels()
        .forEach(
            (name, standing) -> {
              String subject = "label " + name;
              switch (standing) {
                case THERE -> findings.add(ok(subject, "is there"));
                case MISSING ->
                    findings.add(ok(subject, "is missing: the first ticket makes it for the team"));
                case GROUP ->
                    findings.add(
                        new CheckFinding(
                            Level.WARNING,
                            subject,
                            "is a group, which no ticket can bear: name a label of it"));
              }
            });
  }

  private static CheckFinding ok(String subject, String message) {
    return new CheckFinding(Level.OK, subject, message);
  }

  private static CheckFinding problem(String subject, String message) {
    return new CheckFinding(Level.PROBLEM, subject, message);
  }
}
