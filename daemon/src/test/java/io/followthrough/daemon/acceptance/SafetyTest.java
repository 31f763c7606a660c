package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is written that a person has not let through. */
final class SafetyTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";
  private static final String FLAG = "Delete the feature flag for express checkout";

  @TempDir private Path folder = Path.of("");

  @Test
  void aFloodWaitsForAPersonAndGoesOnAfterwards() throws IOException {
    try (Installation place = Installation.now(folder)) {
      assertEquals(0, place.run("confirm", "--yes").exitCode());
      place.configure("limits: { max-creates-per-cycle: 2 }\n");
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, DRILL, FLAG));

      Program.Result flood = place.run("sync");
      assertEquals(4, flood.exitCode(), flood::err);
      assertTrue(flood.out().contains("3 changes wait"), flood::out);
      assertEquals(0, place.github().writes().size());

      assertEquals(0, place.run("confirm", "--yes").exitCode());
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(3, place.tickets());
    }
  }

  @Test
  void aTrackerInDryRunIsPlannedAndNeverWritten() throws IOException {
    try (Installation place = Installation.now(folder)) {
      place.replace("pace: 0s", "pace: 0s, mode: dry-run");
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));

      assertEquals(0, place.run("confirm", "--yes").exitCode());
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(0, place.github().writes().size());
      assertTrue(place.run("plan").out().contains("create  " + KEYS));
    }
  }

  @Test
  void historyTeachesAndOpensNoTicket() throws IOException {
    try (Installation place = Installation.now(folder)) {
      place.replace("since: 2000-01-01", "since: 2026-06-01");
      place.write("old.md", Postmortems.of("INC-1", "2026-05-31", KEYS));
      place.write("new.md", Postmortems.of("INC-2", "2026-06-01", DRILL));

      place.run("confirm", "--yes");
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(1, place.tickets());
      assertTrue(place.run("status").out().contains("aware  " + KEYS));
    }
  }

  @Test
  void aDraftWaitsUntilItIsReady() throws IOException {
    try (Installation place = Installation.now(folder)) {
      place.replace(
          "since: 2000-01-01", "since: 2000-01-01, ready: { front-matter: \"status=final\" }");
      String draft = Postmortems.of("INC-1", "2026-11-02", KEYS);
      place.write("a.md", draft);
      place.run("confirm", "--yes");

      assertEquals(0, place.run("sync").exitCode());
      assertEquals(0, place.tickets());
      assertTrue(place.run("plan").out().contains("not-ready"));

      place.write("a.md", draft.replaceFirst("---\n", "---\nstatus: final\n"));
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(1, place.tickets());
    }
  }

  @Test
  void aFolderThatIsSuddenlyEmptyIsNoMassRemoval() throws IOException {
    try (Installation place = Installation.now(folder)) {
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
      place.run("confirm", "--yes");
      place.run("sync");
      place.delete("a.md");

      Program.Result sync = place.run("sync");

      assertEquals(1, sync.exitCode());
      assertTrue(sync.err().contains("nothing is taken as removed"), sync::err);
    }
  }

  @Test
  void aNewTrackerWaitsThoughTheOldOneWasConfirmed() throws IOException {
    try (Installation place = Installation.now(folder)) {
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
      place.run("confirm", "--yes");
      place.run("sync");
      place.replace("pace: 0s", "pace: 0s, retired: true");
      place.replace(
          "trackers:\n",
          "trackers:\n  - { name: other, type: github, url: \"%s\", repository: %s, auth: { token: \"${env:GITHUB_TOKEN}\" }, pace: 0s }\n"
              .formatted(place.github().url(), Installation.REPOSITORY));
      place.write("b.md", Postmortems.of("INC-2", "2026-11-03", DRILL));

      Program.Result sync = place.run("sync");

      assertEquals(4, sync.exitCode(), sync::err);
      assertEquals(1, place.tickets());
    }
  }
}
