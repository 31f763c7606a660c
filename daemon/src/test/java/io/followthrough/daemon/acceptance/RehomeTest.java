package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team moves to another tracker, and its promises move with it. */
final class RehomeTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";
  private static final String FLAG = "Delete the feature flag for express checkout";
  private static final String NEW = "acme/platform";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Path folder;
  private final Installation place;

  RehomeTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void threeTicketsAndANewRepository() throws IOException {
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, DRILL, FLAG));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(3, place.tickets());
    place.github().addRepository(NEW, "alice-m", "bob-s", "carol-d", "victor-p");
    addTracker(", retired: true");
    place.run("confirm", "--yes");
  }

  private void addTracker(String old) throws IOException {
    place.replace("labels: [postmortem], pace: 0s", "labels: [postmortem], pace: 0s" + old);
    place.replace(
        "trackers:\n",
        "trackers:\n  - { name: platform, type: github, url: \"%s\", repository: %s, auth: { token: \"${env:GITHUB_TOKEN}\" }, pace: 0s }\n"
            .formatted(place.github().url(), NEW));
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void itemsMoveByTransferByTheMapAndWhatIsNotFoundIsListed() throws IOException {
    place.github().transfer(Installation.REPOSITORY, 1, NEW);
    int pasted = place.github().open(NEW, "bob-s", "Drill the restore", "copied by hand");
    Path map = folder.resolve("pairs.csv");
    Files.writeString(map, "old,new\nacme/backend#2,acme/platform#%d\n".formatted(pasted));

    Program.Result dry =
        place.run(
            "rehome",
            "--from",
            "backend",
            "--to",
            "platform",
            "--map",
            map.toString(),
            "--dry-run");
    assertEquals(0, dry.exitCode(), dry::err);
    assertTrue(dry.out().contains("2 would move, 1 not found"), dry::out);
    assertTrue(dry.out().contains("-> no ticket was found"), dry::out);

    Program.Result moved =
        place.run("rehome", "--from", "backend", "--to", "platform", "--map", map.toString());
    assertEquals(1, moved.exitCode(), moved::err);
    assertTrue(moved.out().contains("2 moved, 1 not found"), moved::out);
    String status = place.run("status").out();
    assertTrue(status.contains("acme/platform#" + pasted), status);
    assertTrue(status.contains("acme/backend#3"), status);
    assertEquals(2, place.github().issues(NEW).size(), "none is created");

    clock.pass(Duration.ofDays(16));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(1, place.github().issues(NEW).get(0).comments().size());

    assertEquals(
        0, place.run("rehome", "--from", "backend", "--to", "platform", "--create").exitCode());
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(3, place.github().issues(NEW).size());
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(3, place.github().issues(NEW).size(), "once");
  }

  @Test
  void aTicketThatAnImporterCopiedIsKnownByItsMark() {
    GitHubStub.Seen old = place.github().issues(Installation.REPOSITORY).get(0);
    int copy = place.github().open(NEW, "bob-s", old.title(), old.body());

    Program.Result moved = place.run("rehome", "--from", "backend", "--to", "platform");

    assertTrue(moved.out().contains("-> acme/platform#" + copy + " (by its mark)"), moved::out);
  }

  @Test
  void aTrackerWithOpenTicketsThatLeavesTheFileIsWrongUntilTheyMoved() throws IOException {
    String yaml = Files.readString(folder.resolve("followthrough.yaml"));
    Files.writeString(
        folder.resolve("followthrough.yaml"),
        yaml.replaceFirst("  - \\{ name: backend, type: github[^\\n]*\\n", ""));

    Program.Result sync = place.run("sync");
    assertEquals(2, sync.exitCode(), sync::out);
    assertTrue(
        sync.err().contains("3 open items have their tickets in the tracker `backend`"), sync::err);
    assertTrue(sync.err().contains("followthrough rehome --from backend"), sync::err);

    assertEquals(
        0, place.run("rehome", "--from", "backend", "--to", "platform", "--create").exitCode());
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(3, place.github().issues(NEW).size());
  }

  @Test
  void aRetiredTrackerGetsNoNewTicketAndItsOpenOnesAreFollowed() throws IOException {
    place.write(
        "b.md", Postmortems.of("INC-2", "2026-11-03", "Test the failover of the search index"));
    clock.pass(Duration.ofDays(16));

    assertEquals(0, place.run("sync").exitCode());

    assertEquals(1, place.github().issues(NEW).size());
    assertEquals(
        List.of(1, 1, 1),
        place.github().issues(Installation.REPOSITORY).stream()
            .map(issue -> issue.comments().size())
            .toList());
  }

  @Test
  void aTrackerThatIsNotKnownIsWrongAndTheNearestOneIsNamed() {
    Program.Result result = place.run("rehome", "--from", "backend", "--to", "platfrom");

    assertEquals(2, result.exitCode(), result::out);
    assertTrue(result.err().contains("did you mean `platform`?"), result::err);
  }
}
