package io.followthrough.connector.jira;

import static io.followthrough.connector.jira.JiraFixture.comment;
import static io.followthrough.connector.jira.JiraFixture.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments, states, history and checks, on both editions. */
final class JiraTicketsTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNudgeIsOneRequestWithAMention(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.tracker.comment(ref, comment(1, "k/0", f.stub.handle("alice"), "hello"));
      f.requests();
      Comment nudge =
          f.tracker.comment(ref, comment(1, "k/1", f.stub.handle("alice"), "any news?"));

      assertEquals(List.of("POST /issue/n/comment 201"), f.requests());
      String seen = f.stub.issue(ref.key()).comments().get(1);
      String alice = f.stub.handle("alice");
      assertTrue(
          seen.contains(cloud ? "{\"type\":\"mention\",\"attrs\":{\"id\":\"" + alice : "[~alice]"),
          seen);
      assertEquals(Optional.of("k/1"), nudge.key());
      assertFalse(nudge.isHuman());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void peopleAreFoundByMailAndByName(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      assertEquals(
          Optional.of(f.stub.handle("alice")),
          f.tracker.account("alice@acme.io").map(account -> account.handle()));
      assertEquals(
          Optional.of(f.stub.handle("bob")),
          f.tracker.account("Bob Stone").map(account -> account.handle()));
      TicketRef ref = f.created(draft(1, Optional.of("bob@acme.io"), Map.of())).ticket().ref();
      assertEquals(Optional.of("bob"), f.stub.issue(ref.key()).assignee());
      f.tracker.comment(ref, comment(1, "k/1", "bob@acme.io", "any news?"));
      assertTrue(f.stub.issue(ref.key()).comments().get(0).contains(f.stub.handle("bob")));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onAServiceDeskACommentIsInternal(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.stub.configure("PAY", project -> project.kind = "service_desk");
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.tracker.comment(ref, comment(1, "k/1", f.stub.handle("alice"), "any news?"));

      boolean[] internal = {false};
      f.stub.edit(ref.key(), issue -> internal[0] = issue.comments.get(0).isInternal());
      assertTrue(internal[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFlagALinkAndAStatusBlock(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud, Map.of("states.blocked", "On hold"))) {
      TicketRef flagged = f.created(draft(1)).ticket().ref();
      f.stub.edit(
          flagged.key(),
          issue ->
              issue.other.put(
                  "customfield_10021",
                  Json.object().putArray("x").add(Json.object().put("value", "Impediment"))));
      TicketRef linked = f.created(draft(2)).ticket().ref();
      f.stub.edit(linked.key(), issue -> issue.links.add(blockedBy("OPS-1", StubStatus.TO_DO)));
      TicketRef held = f.created(draft(3)).ticket().ref();
      f.stub.move(held.key(), "carol", "ON_HOLD", "");
      TicketRef free = f.created(draft(4)).ticket().ref();
      f.stub.edit(free.key(), issue -> issue.links.add(blockedBy("OPS-2", StubStatus.DONE)));

      for (TicketRef ref : List.of(flagged, linked, held)) {
        assertEquals(TicketState.BLOCKED, f.tracker.read(ref).state(), ref.key());
      }
      assertEquals(TicketState.OPEN, f.tracker.read(free).state());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClosedStatusIsDeclinedWhereTheConfigurationSaysSo(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud, Map.of("states.declined", "Withdrawn"));
        JiraFixture g = new JiraFixture(cloud)) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.stub.move(ref.key(), "carol", "DROPPED", "");
      TicketRef same = g.created(draft(1)).ticket().ref();
      g.stub.move(same.key(), "carol", "DROPPED", "");

      assertEquals(TicketState.DECLINED, f.tracker.read(ref).state());
      assertEquals(TicketState.DONE, g.tracker.read(same).state());
      assertTrue(
          g.tracker.check().stream()
              .anyMatch(
                  finding ->
                      finding.subject().equals("status Withdrawn")
                          && finding.message().contains("states.declined")));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClosingTellsItsEvidence(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.stub.edit(
          ref.key(),
          issue -> {
            ObjectNode link = Json.object().put("id", 1).put("self", f.stub.url() + "/link/1");
            link.putObject("object").put("url", "https://git.example/pr/7").put("title", "PR 7");
            issue.remoteLinks.add(link);
            issue.links.add(blockedBy("OPS-2", StubStatus.DONE));
          });
      f.stub.comment(ref.key(), "carol", "Shown on https://grafana.example/d/lag today");
      f.stub.move(ref.key(), "carol", "DONE", "Done");

      Transition closing = f.tracker.lastTransition(ref).orElseThrow();
      assertEquals(TicketState.DONE, closing.to());
      assertEquals(
          Optional.of(f.stub.handle("carol")), closing.by().map(account -> account.handle()));
      assertEquals(
          List.of(
              "https://git.example/pr/7",
              "https://grafana.example/d/lag",
              f.stub.url() + "/browse/OPS-2"),
          closing.evidence());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMergedChangeOfTheDevelopmentPanelIsEvidenceAndAnOpenOneIsNot(boolean cloud) {
    String panel =
        "{pullrequest={dataType=pullrequest, state=%s, stateCount=1}, json={\"cachedValue\":{"
            + "\"errors\":[],\"summary\":{\"pullrequest\":{\"overall\":{\"count\":1,"
            + "\"state\":\"%s\",\"open\":%s}}}}}}";
    try (JiraFixture f = new JiraFixture(cloud)) {
      for (String state : List.of("MERGED", "OPEN")) {
        TicketRef ref = f.created(draft(state.length())).ticket().ref();
        f.stub.edit(
            ref.key(),
            issue ->
                issue.other.put(
                    "customfield_10000",
                    TextNode.valueOf(panel.formatted(state, state, state.equals("OPEN")))));
        f.stub.move(ref.key(), "carol", "DONE", "Done");

        assertEquals(
            state.equals("MERGED")
                ? List.of(
                    f.stub.url() + "/browse/" + ref.key() + "?devStatusDetailDialog=pullrequest")
                : List.of(),
            f.tracker.lastTransition(ref).orElseThrow().evidence());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCheckListsClosedStatusesAndNamesThatAreNeitherStatusNorResolution(boolean cloud) {
    Map<String, String> states =
        Map.of("states.declined", "Withdrawn, duplicate, Aufgegeben", "states.blocked", "On hold");
    try (JiraFixture f = new JiraFixture(cloud, states)) {
      List<String> lines =
          f.tracker.check().stream()
              .filter(finding -> finding.subject().startsWith("stat"))
              .map(finding -> finding.level() + " " + finding.subject() + ": " + finding.message())
              .toList();

      assertEquals(
          List.of(
              "WARNING states.declined: there is neither a status nor a resolution aufgegeben; the"
                  + " resolutions are Done, Duplicate, Won't Do",
              "OK statuses: 5 of them, 2 closed: Done counts as done without a resolution"),
          lines);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCheckFindsWhatIsMissingBeforeTheFirstTicket(boolean cloud) {
    Map<String, String> wrong =
        Map.of(
            "fields.Colour", "blue",
            "fields.Service", "shipping",
            "priorities.critical", "Blazing",
            "states.blocked", "Waiting",
            "issue-types.learning", "Lesson");
    try (JiraFixture f = new JiraFixture(cloud, wrong)) {
      f.stub.configure("PAY", project -> project.required.add("customfield_10010"));
      f.stub.configure("PAY", project -> project.screen.remove("duedate"));
      f.stub.configure(
          world -> world.permissions.removeAll(List.of("CREATE_ISSUES", "ASSIGN_ISSUES")));
      List<String> found =
          f.tracker.check().stream()
              .filter(finding -> finding.level() != Level.OK)
              .map(CheckFinding::message)
              .toList();

      for (String words :
          List.of(
              "Colour is not on its create screen",
              "Service does not take shipping, but one of checkout, billing",
              "no priority Blazing",
              "requires Team",
              "lacks Due date",
              "lacks Create issues",
              "lacks Assign issues",
              "no status waiting",
              "has no issue type Lesson; it has Task, Bug")) {
        assertEquals(
            1, found.stream().filter(m -> m.contains(words)).count(), () -> words + " in " + found);
      }
      assertEquals(0, f.stub.writes().size());
    }
  }

  @Test
  void aScopedTokenWorksThroughTheGateway() {
    try (JiraFixture f = new JiraFixture(true)) {
      f.stub.scopeToken();
      TicketRef ref = f.created(draft(1)).ticket().ref();

      assertEquals(f.stub.url() + "/browse/PAY-1", ref.url());
      assertTrue(
          f.stub.writes().stream().allMatch(w -> w.path().startsWith(JiraStub.GATEWAY_PATH)));
    }
  }

  private static ObjectNode blockedBy(String key, StubStatus status) {
    ObjectNode link = Json.object().put("id", "1");
    link.putObject("type").put("name", "Blocks").put("inward", "is blocked by");
    ObjectNode fields = link.putObject("inwardIssue").put("key", key).putObject("fields");
    fields.set("status", status.json("https://x.example"));
    return link;
  }
}
