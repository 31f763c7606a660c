package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.jira.JiraStub;
import io.followthrough.connector.jira.StubFault;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a folder of Markdown to Jira and back, by the program itself, on both editions. */
final class JiraSyncTest {
  private static final String TITLE = "Add an alert for replication lag above 30 s";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPromiseIsFiledWatchedAndFollowedUp(boolean cloud) throws IOException {
    try (JiraStub jira = start(cloud)) {
      assertEquals(4, run("sync").exitCode());
      assertEquals(0, jira.writes().size());
      Program.Result check = run("check");
      assertEquals(0, check.exitCode(), () -> check.out() + check.err());
      assertEquals(0, run("confirm", "--yes").exitCode());
      sync();
      JiraStub.Seen born = jira.issues().get(0);
      assertEquals(TITLE, born.summary());
      assertEquals(Optional.of("alice"), born.assignee());
      assertEquals(Optional.of("2027-01-15"), born.due());

      jira.forgetJournal();
      sync();
      assertEquals(List.of(), jira.writes());
      assertEquals(
          1, jira.journal().stream().filter(asked -> asked.path().contains("/search")).count());

      clock.pass(Duration.ofDays(14));
      sync();
      assertEquals(1, jira.issue(born.key()).comments().size());
      assertMentions(jira, born.key(), "alice");
      clock.pass(Duration.ofDays(55));
      sync();
      clock.pass(Duration.ofDays(7));
      sync();
      assertMentions(jira, born.key(), "carol");

      jira.comment(born.key(), "alice", "Shown on https://grafana.example/d/lag");
      jira.move(born.key(), "alice", "DONE", "Done");
      sync();
      String status = run("status", "--format", "json").out();
      assertTrue(status.contains("\"state\" : \"done\""), status);
      assertTrue(status.contains("https://grafana.example/d/lag"), status);
      assertEquals(List.of(), jira.violations());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLostAnswerAndALostStoreMakeNoTwin(boolean cloud) throws IOException {
    try (JiraStub jira = start(cloud)) {
      assertEquals(0, run("confirm", "--yes").exitCode());
      jira.lagIndex(Duration.ofMinutes(3));
      jira.injectOnWrites(StubFault.LOSE_REPLY, 1);
      assertEquals(1, run("sync").exitCode());
      clock.pass(Duration.ofMinutes(11));
      sync();
      assertEquals(1, jira.issues().size());

      for (String file :
          List.of("followthrough.db", "followthrough.db-wal", "followthrough.db-shm")) {
        Files.deleteIfExists(folder.resolve(file));
      }
      assertEquals(0, run("confirm", "--yes").exitCode());
      sync();
      assertEquals(1, jira.issues().size());
      assertEquals(List.of(), jira.violations());
    }
  }

  private JiraStub start(boolean cloud) throws IOException {
    JiraStub jira = cloud ? JiraStub.cloud(clock) : JiraStub.dataCenter(clock);
    jira.addProject("PAY");
    String email = cloud ? "email: " + JiraStub.MAIL + ", " : "";
    String yaml =
        """
        installation: acme-sre
        contact: "#reliability"
        postmortem-ticket: off
        sources:
          - { name: docs, type: directory, path: ./postmortems, since: 2000-01-01 }
        trackers:
          - { name: payments, type: jira, url: "%s", project: PAY, auth: { %s token: "${env:JIRA_TOKEN}" }, labels: [postmortem] }
        people:
          - { name: Alice Martin, jira: "%s", manager: Victor Prime }
          - { name: Carol Diaz, jira: "%s", manager: Victor Prime }
          - { name: Victor Prime, jira: "%s" }
        web: off
        """
            .formatted(
                jira.url(), email, jira.handle("alice"), jira.handle("carol"), jira.handle("bob"));
    Files.writeString(folder.resolve("followthrough.yaml"), yaml);
    Files.createDirectories(folder.resolve("postmortems"));
    Files.writeString(
        folder.resolve("postmortems/checkout.md"), Postmortems.of("INC-42", "2026-11-02", TITLE));
    return jira;
  }

  private static void assertMentions(JiraStub jira, String key, String name) {
    List<String> comments = jira.issue(key).comments();
    String last = comments.get(comments.size() - 1);
    assertTrue(last.contains(jira.handle(name)), last);
  }

  private void sync() {
    Program.Result result = run("sync");
    assertEquals(0, result.exitCode(), () -> result.out() + result.err());
  }

  private Program.Result run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-c";
    all[arguments.length + 1] = folder.resolve("followthrough.yaml").toString();
    return new Program(Map.of("JIRA_TOKEN", JiraStub.TOKEN), clock).run(all);
  }
}
