package io.followthrough.connector.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.Tracker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} tells of a team before anything is written. */
final class CheckupTest {
  @Test
  void aTeamThatIsWellIsTold() {
    try (Fixture f =
        new Fixture(Map.of("project", "Reliability", "template", "Follow-up", "estimate", "2"))) {
      f.stub.addProject("Reliability");
      f.stub.addLabel("postmortem", Optional.of(Fixture.TEAM));
      addTemplate(f);
      f.stub.forgetJournal();

      assertEquals(
          List.of(
              "OK key: belongs to the application followthrough",
              "OK workspace: Acme (acme)",
              "OK limits: 2499 of 2500 requests left",
              "OK team WEB: Team WEB, is reachable, public",
              "OK project Reliability: is there",
              "OK label postmortem: is there"),
          lines(f.tracker));
      assertTrue(f.stub.journal().stream().noneMatch(StubExchange::isWrite));
    }
  }

  @Test
  void aPersonsKeyIsSaidToBeAPersons() {
    try (Fixture f = new Fixture()) {
      f.stub.actAs("alice");

      assertTrue(
          lines(f.tracker).get(0).startsWith("OK key: belongs to alice, whose name tickets and"),
          lines(f.tracker)::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "auth.api-key, lin_api_PMTOKold",
    "auth.token, lin_oauth_PMTOKold",
    "auth.token, lin_api_PMTOKcanary",
  })
  void aWrongOrExpiredCredentialIsAProblemWithItsMendAndIsNotPrinted(String key, String secret) {
    try (Fixture f = new Fixture();
        Tracker tracker = f.tracker("web", "WEB", Map.of(), Map.of(key, () -> secret))) {
      String line = only(Level.PROBLEM, tracker);

      assertTrue(line.contains("wrong, expired or revoked"), line);
      assertTrue(line.contains("auth.token for an OAuth token"), line);
      assertFalse(line.contains("PMTOK"), line);
    }
  }

  @Test
  void anOauthTokenIsTakenAfterBearer() {
    try (Fixture f = new Fixture()) {
      f.stub.accept("Bearer lin_oauth_PMTOKcanary");
      try (Tracker tracker =
          f.tracker("web", "WEB", Map.of(), Map.of("auth.token", () -> "lin_oauth_PMTOKcanary"))) {
        assertEquals(List.of(), of(Level.PROBLEM, tracker));
      }
    }
  }

  @Test
  void aKeyThatMayNotReadIsAProblem() {
    try (Fixture f = new Fixture()) {
      f.stub.inject(StubFault.FORBIDDEN, request -> true, 1);

      assertTrue(only(Level.PROBLEM, f.tracker).contains("needs read and write access"));
    }
  }

  @Test
  void aTeamThatIsNotThereIsAProblemThatNamesThoseThatAre() {
    try (Fixture f = new Fixture();
        Tracker tracker = tracker(f, "NOPE", Map.of())) {
      f.stub.addTeam("OPS");

      String line = only(Level.PROBLEM, tracker);
      assertTrue(line.contains("there is no team NOPE"), line);
      assertTrue(line.contains("it sees OPS, WEB"), line);
    }
  }

  @Test
  void aTeamThatTakesNoTicketIsAProblem() {
    try (Fixture f = new Fixture()) {
      f.stub.configure("WEB", team -> team.put("retiredAt", "2026-01-01T00:00:00Z"));

      assertTrue(of(Level.PROBLEM, f.tracker).toString().contains("is retired"));
    }
  }

  @Test
  void aProjectThatIsNotThereIsAProblem() {
    try (Fixture f = new Fixture(Map.of("project", "Reliability"))) {
      assertEquals(
          "project Reliability: is not there, or the key may not see it",
          only(Level.PROBLEM, f.tracker));
    }
  }

  @Test
  void aNameOfTwoProjectsIsAProblem() {
    try (Fixture f = new Fixture(Map.of("project", "Reliability"))) {
      f.stub.addProject("Reliability");
      f.stub.addProject("Reliability");

      assertEquals(
          "project Reliability: is there more than once: give the id of one",
          only(Level.PROBLEM, f.tracker));
    }
  }

  @Test
  void aProjectOfAnotherTeamIsAProblem() {
    try (Fixture f = new Fixture(Map.of("project", "Reliability"));
        Tracker tracker = tracker(f, "OPS", Map.of("project", "Reliability"))) {
      f.stub.addProject("Reliability", "WEB");
      f.stub.addTeam("OPS");

      assertEquals(
          "project Reliability: is no project of team OPS: add the team to it",
          only(Level.PROBLEM, tracker));
    }
  }

  @Test
  void aTemplateThatIsNotThereAndEstimatesThatAreOffAreWarnings() {
    try (Fixture f = new Fixture(Map.of("template", "Follow-up", "estimate", "2"))) {
      f.stub.configure("WEB", team -> team.put("issueEstimationType", "notUsed"));

      assertEquals(
          List.of(
              "team WEB: uses no estimates: remove `estimate` or switch them on",
              "team WEB: has no template Follow-up: none is used"),
          of(Level.WARNING, f.tracker));
    }
  }

  @Test
  void aMissingLabelIsSaidToBeMadeAndAGroupIsAWarning() {
    try (Fixture f = new Fixture()) {
      assertTrue(
          lines(f.tracker)
              .contains(
                  "OK label postmortem: is missing: the first ticket makes" + " it for the team"));
      f.stub.addLabel("Postmortem", Optional.empty()).put("isGroup", true);

      assertEquals(
          "label postmortem: is a group, which no ticket can bear: name a label of it",
          only(Level.WARNING, f.tracker));
      assertEquals(
          List.of("postmortem is a group of labels, and was left out: name a label of it."),
          f.created(Fixture.draft(1)).remarks());
    }
  }

  @Test
  void whyATicketCannotBeSomebodysIsTold() {
    try (Fixture f = new Fixture()) {
      f.stub.addUser("sam", false).put("active", false);
      Map<String, Object> guest = f.stub.addUser("gil", false);
      guest.putAll(Map.of("guest", true, "teams", List.of()));
      f.stub.addUser("ron", false).put("isAssignable", false);

      assertTrue(f.tracker.account("alice@acme.io").isPresent());
      assertEquals("sam is suspended in Linear", obstacle(f, "sam"));
      assertEquals("gil@acme.io is a guest who is not in the team", obstacle(f, "gil@acme.io"));
      assertEquals("ron cannot be assigned in Linear", obstacle(f, "ron"));
      assertEquals(
          "followthrough is an application: tickets are delegated to it, not assigned",
          obstacle(f, "followthrough"));
      assertEquals("mallory@acme.io is nobody in this workspace", obstacle(f, "mallory@acme.io"));
    }
  }

  private static String obstacle(Fixture f, String handle) {
    assertEquals(Optional.empty(), f.tracker.account(handle));
    return f.tracker.obstacle(handle);
  }

  private static void addTemplate(Fixture f) {
    f.stub.configure(
        "WEB",
        team ->
            StubWorld.list(team, "templates")
                .add(StubWorld.tree("id", "t-1", "name", "Follow-up", "type", "issue")));
  }

  private static Tracker tracker(Fixture f, String team, Map<String, String> values) {
    return f.tracker("web", team, values, Map.of("auth.api-key", () -> LinearStub.API_KEY));
  }

  private static String only(Level level, Tracker tracker) {
    List<String> found = of(level, tracker);
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  private static List<String> of(Level level, Tracker tracker) {
    return tracker.check().stream()
        .filter(finding -> finding.level() == level)
        .map(finding -> finding.subject() + ": " + finding.message())
        .toList();
  }

  private static List<String> lines(Tracker tracker) {
    return tracker.check().stream().map(CheckupTest::line).toList();
  }

  private static String line(CheckFinding finding) {
    return finding.level() + " " + finding.subject() + ": " + finding.message();
  }
}
