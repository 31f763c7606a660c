package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.app.Daemon;
import io.followthrough.daemon.cli.Program;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tracker refuses is parked with its words, shown, and released after it is mended. */
final class RetryTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Path folder;
  private final Installation place;

  RetryTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void aNudgeThatTheTrackerRefused() throws IOException {
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, DRILL));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    place.github().lock(Installation.REPOSITORY, 1);
    clock.pass(Duration.ofDays(15));

    Program.Result sync = place.run("sync");

    assertEquals(1, sync.exitCode(), sync::out);
    assertTrue(sync.err().contains("parked"), sync::err);
    assertEquals(List.of(0, 1), comments(), "it holds back only its own ticket");
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void aParkedDeliveryIsShownWithItsCauseAndReleasedByItsTicket() {
    String status = place.run("status").out();
    assertTrue(status.contains("PARKED"), status);
    assertTrue(status.contains("then `followthrough retry "), status);
    String explained = place.run("explain", "acme/backend#1").out();
    assertTrue(explained.contains("PARKED"), explained);
    assertTrue(explained.contains("locked"), explained);
    assertTrue(explained.contains("then `followthrough retry "), explained);
    clock.pass(Duration.ofMinutes(30));
    assertEquals(1, place.run("sync").exitCode(), "it is named until it is mended");
    assertEquals(List.of(0, 1), comments());

    place.github().unlock(Installation.REPOSITORY, 1);
    assertEquals(1, place.run("sync").exitCode(), "a parked entry is not tried by itself");
    assertTrue(place.run("retry", "acme/backend#2").out().contains("0 released"));
    Program.Result retry = place.run("retry", "acme/backend#1");

    assertEquals(0, retry.exitCode(), retry::err);
    assertTrue(retry.out().contains("1 released"), retry::out);
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(1, 1), comments());
    assertTrue(place.run("retry").out().contains("0 released"));
  }

  @Test
  void whatNobodyKnowsIsNotReleased() {
    Program.Result retry = place.run("retry", "acme/backend#77");

    assertEquals(2, retry.exitCode(), retry::out);
    assertTrue(retry.err().contains("acme/backend#77"), retry::err);
  }

  @Test
  void aParkedDeliveryIsReleasedBesideARunningDaemon() throws IOException {
    place.configure("cycle: { documents: 1s, tickets: 1s }\n");
    Configuration configuration =
        ConfigFile.load(
            folder.resolve("followthrough.yaml"),
            Map.of("GITHUB_TOKEN", GitHubStub.TOKEN),
            Features.of(Set.of("directory"), Set.of("github")));
    try (Daemon daemon = Daemon.start(configuration, clock)) {
      assertTrue(daemon.address().isEmpty());
      place.github().unlock(Installation.REPOSITORY, 1);

      assertTrue(place.run("retry").out().contains("1 released"));

      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (comments().get(0) == 0) {
        assertTrue(System.nanoTime() < deadline, "the daemon does not obey");
        Thread.onSpinWait();
      }
    }
    assertEquals(List.of(1, 1), comments());
  }

  private List<Integer> comments() {
    return place.github().issues(Installation.REPOSITORY).stream()
        .map(GitHubStub.Seen::comments)
        .map(List::size)
        .toList();
  }
}
