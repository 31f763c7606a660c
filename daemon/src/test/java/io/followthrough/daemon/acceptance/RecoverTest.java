package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is lost, or an older one put back, is rebuilt from the marks in the tracker. */
final class RecoverTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";
  private static final String FLAG = "Delete the feature flag for express checkout";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Path folder;
  private final Installation place;

  RecoverTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void twoTicketsOfWhichEachWasAskedAbout() throws IOException {
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, DRILL));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(15));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(2, place.tickets());
    assertEquals(List.of(1, 1), comments());
    place.github().forgetJournal();
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void aLostStoreIsRebuiltAndNothingIsCreatedOrSaidTwice() throws IOException {
    String status = facts();
    lose();

    Program.Result recover = place.run("recover");

    assertEquals(0, recover.exitCode(), recover::err);
    assertTrue(recover.out().contains("2 tickets recovered, 0 known already"), recover::out);
    assertEquals(0, place.run("sync").exitCode(), "nothing is left that a person could confirm");
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(), place.github().writes());
    assertEquals(status, facts());

    clock.pass(Duration.ofDays(14));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(2, 2), comments());
    assertEquals(2, place.tickets());
  }

  @Test
  void aPostmortemThatWasEditedAndRenamedMeanwhileKeepsItsTickets() throws IOException {
    lose();
    place.delete("a.md");
    place.write("2026/renamed.md", Postmortems.of("INC-1", "2026-11-02", KEYS, FLAG));

    Program.Result recover = place.run("recover");

    assertEquals(0, recover.exitCode(), recover::err);
    assertTrue(recover.out().contains("1 tickets recovered"), recover::out);
    assertTrue(recover.out().contains("unmatched"), recover::out);
    assertTrue(recover.out().contains(DRILL), recover::out);
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(3, place.tickets(), "only what is new has a new ticket");
    assertEquals(1, place.titled(FLAG).size());
  }

  @Test
  void anOlderStorePutBackLearnsWhatWasFiledAndSaidSince() throws IOException {
    Path backup = folder.resolve("backup.db");
    Files.copy(folder.resolve("followthrough.db"), backup);
    place.write("b.md", Postmortems.of("INC-2", "2026-11-20", FLAG));
    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(14));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(2, 2, 1), comments());
    lose();
    Files.copy(backup, folder.resolve("followthrough.db"), StandardCopyOption.REPLACE_EXISTING);
    place.github().forgetJournal();

    Program.Result recover = place.run("recover");

    assertEquals(0, recover.exitCode(), recover::err);
    assertTrue(recover.out().contains("1 tickets recovered, 2 known already"), recover::out);
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(), place.github().writes());
  }

  @Test
  void withoutRecoverAnEmptyStoreCreatesNothingEither() throws IOException {
    lose();

    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());

    assertEquals(List.of(), place.github().writes());
    assertEquals(2, place.tickets());
  }

  @Test
  void aTrackerThatRefusesIsNamedAndNothingIsTakenAsLost() throws IOException {
    lose();
    place.github().revokeToken();

    Program.Result recover = place.run("recover");

    assertEquals(1, recover.exitCode(), recover::out);
    assertTrue(recover.err().contains("refuses the token"), recover::err);
    place.github().restoreToken();
    assertTrue(place.run("recover").out().contains("2 tickets recovered"));
  }

  @Test
  void whatWasRecoveredIsToldAsJson() throws IOException {
    lose();

    Program.Result recover = place.run("recover", "--format", "json");

    assertEquals(0, recover.exitCode(), recover::err);
    assertTrue(recover.out().contains("\"recovered\""), recover::out);
    assertTrue(recover.out().contains("\"twins\""), recover::out);
  }

  private void lose() throws IOException {
    for (String name :
        List.of("followthrough.db", "followthrough.db-wal", "followthrough.db-shm")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private List<Integer> comments() {
    return place.github().issues(Installation.REPOSITORY).stream()
        .map(GitHubStub.Seen::comments)
        .map(List::size)
        .toList();
  }

  /** Where every item stands, without when it is looked at again. */
  private String facts() {
    return place.run("status").out().replaceAll("looks again at \\S+", "");
  }
}
