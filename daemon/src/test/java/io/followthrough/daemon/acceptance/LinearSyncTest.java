package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.linear.LinearStub;
import io.followthrough.connector.linear.StubFault;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of Markdown to Linear and back, by the program itself. */
final class LinearSyncTest {
  private static final String TITLE = "Add an alert for replication lag above 30 s";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void aPromiseIsFiledWatchedAndFollowedUp() throws IOException {
    try (LinearStub linear = start()) {
      assertEquals(4, run("sync").exitCode());
      assertEquals(0, writes(linear));
      Program.Result check = run("check");
      assertEquals(0, check.exitCode(), () -> check.out() + check.err());
      assertEquals(0, run("confirm", "--yes").exitCode());
      sync();
      LinearStub.Seen born = linear.issues().get(0);
      assertEquals(TITLE, born.title());
      assertEquals(Optional.of("alice"), born.assignee());
      assertEquals(Optional.of("2027-01-15"), born.due());
      assertEquals(List.of("postmortem"), born.labels());

      linear.forgetJournal();
      sync();
      assertEquals(List.of("Changes"), linear.operations());

      clock.pass(Duration.ofDays(14));
      sync();
      assertEquals(1, linear.issueSeen(born.key()).comments().size());
      assertMentions(linear, born.key(), "alice");
      clock.pass(Duration.ofDays(55));
      sync();
      clock.pass(Duration.ofDays(7));
      sync();
      assertMentions(linear, born.key(), "carol");
      int said = linear.issueSeen(born.key()).comments().size();
      linear.forgetJournal();
      sync();
      assertEquals(0, writes(linear));
      assertEquals(said, linear.issueSeen(born.key()).comments().size());
      assertEquals(List.of(), linear.violations());
    }
  }

  @Test
  void aMergedChangeThatIsAttachedIsItsEvidence() throws IOException {
    try (LinearStub linear = start()) {
      assertEquals(0, run("confirm", "--yes").exitCode());
      sync();
      String key = linear.issues().get(0).key();
      clock.pass(Duration.ofDays(1));
      linear.attach(key, "https://github.com/acme/api/pull/7", "merged");
      linear.move(key, "alice", "completed");
      sync();

      String status = run("status", "--format", "json").out();
      assertTrue(status.contains("\"state\" : \"done\""), status);
      assertTrue(status.contains("\"verified\" : true"), status);
      assertTrue(status.contains("https://github.com/acme/api/pull/7"), status);
      assertEquals(0, linear.issueSeen(key).comments().size(), "nothing is asked");
    }
  }

  @Test
  void evidenceThatIsAttachedAfterItWasAskedForCounts() throws IOException {
    try (LinearStub linear = start()) {
      assertEquals(0, run("confirm", "--yes").exitCode());
      sync();
      String key = linear.issues().get(0).key();
      clock.pass(Duration.ofDays(1));
      linear.move(key, "alice", "completed");
      sync();
      assertEquals(1, linear.issueSeen(key).comments().size(), "asked once what shows it");
      assertTrue(run("status", "--format", "json").out().contains("\"verified\" : false"));

      clock.pass(Duration.ofHours(1));
      linear.attach(key, "https://github.com/acme/api/pull/7", "merged");
      sync();

      assertTrue(run("status", "--format", "json").out().contains("\"verified\" : true"));
      assertEquals(1, linear.issueSeen(key).comments().size());
    }
  }

  @Test
  void aLostAnswerAndALostStoreMakeNoTwin() throws IOException {
    try (LinearStub linear = start()) {
      assertEquals(0, run("confirm", "--yes").exitCode());
      linear.inject(StubFault.LOSE_REPLY, asked -> asked.operation().equals("CreateIssue"), 1);
      sync();
      assertEquals(1, linear.issues().size(), "found at once: Linear's reads by id do not lag");

      for (String file :
          List.of("followthrough.db", "followthrough.db-wal", "followthrough.db-shm")) {
        Files.deleteIfExists(folder.resolve(file));
      }
      assertEquals(0, run("confirm", "--yes").exitCode());
      sync();
      assertEquals(1, linear.issues().size());
      assertEquals(List.of(), linear.violations());
    }
  }

  private LinearStub start() throws IOException {
    LinearStub linear = LinearStub.start(clock);
    linear.addTeam("WEB");
    String yaml =
        """
        installation: acme-sre
        contact: "#reliability"
        postmortem-ticket: off
        sources:
          - { name: docs, type: directory, path: ./postmortems, since: 2000-01-01 }
        trackers:
          - { name: web, type: linear, url: "%s", team: WEB, auth: { api-key: "${env:LINEAR_API_KEY}" }, labels: [postmortem] }
        people:
          - { name: Alice Martin, linear: alice@acme.io, manager: Victor Prime }
          - { name: Carol Diaz, linear: carol@acme.io, manager: Victor Prime }
          - { name: Victor Prime, linear: bob@acme.io }
        web: off
        """
            .formatted(linear.url());
    Files.writeString(folder.resolve("followthrough.yaml"), yaml);
    Files.createDirectories(folder.resolve("postmortems"));
    Files.writeString(
        folder.resolve("postmortems/checkout.md"), Postmortems.of("INC-42", "2026-11-02", TITLE));
    return linear;
  }

  private static long writes(LinearStub linear) {
    return linear.journal().stream().filter(asked -> asked.isWrite()).count();
  }

  private static void assertMentions(LinearStub linear, String key, String name) {
    List<String> comments = linear.issueSeen(key).comments();
    String last = comments.get(comments.size() - 1);
    assertTrue(last.contains("https://linear.app/acme/profiles/" + name), last);
  }

  private void sync() {
    Program.Result result = run("sync");
    assertEquals(0, result.exitCode(), () -> result.out() + result.err());
  }

  private Program.Result run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-c";
    all[arguments.length + 1] = folder.resolve("followthrough.yaml").toString();
    return new Program(Map.of("LINEAR_API_KEY", LinearStub.API_KEY), clock).run(all);
  }
}
