package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import io.followthrough.daemon.store.DeliveryLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store or a configuration that cannot be used: nothing is started and nothing overwritten. */
final class BadStoreTest {
  private static final String ALERT = "Add an alert for replication lag above 30 s";
  private static final String DRILL = "Run a failover drill in the staging cluster";

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Path folder;
  private final Path store;
  private final Installation place;

  BadStoreTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = folder.resolve("followthrough.db");
    this.place = new Installation(folder, new Hands("2026-11-10T10:00:00Z"));
  }

  @BeforeEach
  void aPostmortemWithItsTicket() throws IOException {
    place.write("checkout.md", postmortem("INC-42", ALERT));
    assertEquals(0, place.run("confirm", "--yes").exitCode());
    Program.Result first = place.run("sync");
    assertEquals(0, first.exitCode(), first::err);
    place.write("payments.md", postmortem("INC-43", DRILL));
    place.github().forgetJournal();
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void aDamagedStoreStartsNothingAndIsLeftAsItIs() throws IOException {
    byte[] good = Files.readAllBytes(store);
    byte[] damaged = good.clone();
    Arrays.fill(damaged, 4096, damaged.length, (byte) 0x5a);
    assertNoStart(damaged, "is damaged");
    assertMended(good);
  }

  @Test
  void aPageInTheMiddleThatIsNotWhatItWasStartsNothing() throws IOException {
    byte[] good = Files.readAllBytes(store);
    byte[] damaged = good.clone();
    int page = 4096 * (good.length / 4096 / 2);
    Arrays.fill(damaged, page, page + 4096, (byte) 0x5a);
    assertNoStart(damaged, "is damaged");
    assertMended(good);
  }

  @Test
  void aStoreThatWasCutStartsNothing() throws IOException {
    byte[] good = Files.readAllBytes(store);
    assertNoStart(Arrays.copyOf(good, 4096 * (good.length / 4096 / 2)), "is damaged");
    assertMended(good);
  }

  @Test
  void aLogOfWhichNothingCanBeReadMakesNoTicketTwice() throws IOException {
    byte[] noise = new byte[40_000];
    new Random(7).nextBytes(noise);
    Files.write(store.resolveSibling("followthrough.db-wal"), noise);

    Program.Result sync = place.run("sync");

    assertEquals(0, sync.exitCode(), sync::err);
    assertEquals(List.of(ALERT, DRILL), titles());
  }

  @Test
  void aFileThatIsNoStoreStartsNothingAndIsLeftAsItIs() throws IOException {
    byte[] good = Files.readAllBytes(store);
    String words = "Dear all, this is a letter and no database.\n".repeat(200);
    byte[] letter = words.getBytes(StandardCharsets.UTF_8);
    assertNoStart(letter, "is no SQLite database");
    assertMended(good);
  }

  @Test
  void theStoreOfANewerVersionStartsNothingAndIsLeftAsItIs() throws Exception {
    byte[] good = Files.readAllBytes(store);
    sql(
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success) values (99, '99', 'later', 'SQL',"
            + " 'V99__later.sql', 'someone', 1, 1)");
    assertNoStart(Files.readAllBytes(store), "newer version");
    assertMended(good);
  }

  @Test
  void aStoreWhoseFolderIsMissingStartsNothing() throws IOException {
    place.configure("store: { url: \"sqlite:missing/followthrough.db\" }\n");
    for (String command : List.of("sync", "status", "plan")) {
      Program.Result refused = place.run(command);
      assertEquals(3, refused.exitCode(), () -> command + ": " + refused.err());
      assertTrue(refused.err().contains("missing"), refused::err);
      assertEquals(1, refused.err().lines().count(), refused::err);
    }
    assertTrue(Files.notExists(folder.resolve("missing")));
    assertEquals(List.of(), place.github().journal());
  }

  @Test
  void aStoreOnAFileSystemThatTakesNoFilesStartsNothing() throws IOException {
    // Nobody may make files there, root included.
    place.configure("store: { url: \"sqlite:/sys/followthrough.db\" }\n");
    Program.Result refused = place.run("sync");
    assertEquals(3, refused.exitCode(), refused::err);
    assertTrue(refused.err().contains("/sys/followthrough.db"), refused::err);
    assertTrue(refused.err().contains("mount its file system for writing"), refused::err);
    assertEquals(1, refused.err().lines().count(), refused::err);
    assertEquals(List.of(), place.github().journal());
  }

  @Test
  void aSecondDelivererIsTurnedAwayAndTheOthersWorkBesideTheFirst() {
    try (DeliveryLock first = DeliveryLock.acquire(store, "run for a test")) {
      assertTrue(DeliveryLock.holder(store).isPresent(), first::toString);
      for (String command : List.of("sync", "run")) {
        Program.Result second = place.run(command);
        assertEquals(3, second.exitCode(), () -> command + ": " + second.err());
        assertTrue(second.err().contains("run for a test"), second::err);
      }
      Program.Result status = place.run("status");
      assertEquals(0, status.exitCode(), status::err);
      assertTrue(status.out().contains(ALERT), status::out);
      Program.Result plan = place.run("plan");
      assertEquals(0, plan.exitCode(), plan::err);
      assertTrue(plan.out().contains(DRILL), plan::out);
      assertEquals(0, place.run("explain", "acme/backend#1").exitCode());
      Program.Result confirm = place.run("confirm", "--yes");
      assertEquals(0, confirm.exitCode(), confirm::err);
      assertEquals(
          List.of(), place.github().journal(), "`plan` reads trackers only if none delivers");
    }
    Program.Result sync = place.run("sync");
    assertEquals(0, sync.exitCode(), sync::err);
    assertEquals(List.of(ALERT, DRILL), titles());
  }

  @Test
  void threeTyposInTheConfigurationAreThreeProblemsWithTheirPlaces() throws IOException {
    Path file = folder.resolve("followthrough.yaml");
    String good = Files.readString(file);
    Files.writeString(
        file,
        good.replace("type: directory", "type: directry")
            .replace("alice-m, manager:", "alice-m, manger:")
            .replace("web: off", "gate:\n  max-items: many\nweb: off"));

    for (String command : List.of("sync", "plan", "status", "confirm", "check")) {
      Program.Result refused = place.run(command);
      assertEquals(2, refused.exitCode(), () -> command + ": " + refused.err());
      assertEquals("", refused.out());
      List<String> problems = refused.err().lines().toList();
      assertEquals(3, problems.size(), refused::err);
      assertTrue(problems.get(0).contains("followthrough.yaml:4:25: "), refused::err);
      assertTrue(problems.get(0).contains("did you mean `directory`?"), refused::err);
      assertTrue(problems.get(1).contains("followthrough.yaml:8:"), refused::err);
      assertTrue(problems.get(1).contains("did you mean `manager`?"), refused::err);
      assertTrue(problems.get(2).contains("followthrough.yaml:13:14: "), refused::err);
      assertTrue(problems.get(2).contains("a whole number of at least 1"), refused::err);
    }
    assertEquals(List.of(), place.github().journal());
    Files.writeString(file, good);
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(ALERT, DRILL), titles());
  }

  @Test
  void aStoreThatIsDamagedWhileTheDaemonRunsEndsItAndNothingMoreIsWritten() throws Exception {
    place.configure("cycle: { documents: 1s, tickets: 1s }\n");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Program.Result> run = threads.submit(() -> place.run("run"));
      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (titles().size() < 2) {
        assertTrue(System.nanoTime() < deadline, "the daemon does not file anything");
        Thread.onSpinWait();
      }
      byte[] damaged = Files.readAllBytes(store);
      Arrays.fill(damaged, 100, damaged.length, (byte) 0x5a);
      Files.write(store, damaged);
      Files.deleteIfExists(store.resolveSibling("followthrough.db-wal"));
      place.write("search.md", postmortem("INC-44", "Cap the queue of search at 20 GB"));

      Program.Result ended = run.get(LONGEST.toSeconds(), TimeUnit.SECONDS);

      assertEquals(3, ended.exitCode(), ended::err);
      assertTrue(ended.err().contains("is damaged"), ended::err);
      assertEquals(List.of(ALERT, DRILL), titles());
    } finally {
      threads.shutdownNow();
    }
  }

  private void assertNoStart(byte[] bad, String words) throws IOException {
    Files.write(store, bad);
    for (String command : List.of("sync", "run", "status", "plan", "confirm")) {
      Program.Result refused =
          command.equals("confirm") ? place.run(command, "--yes") : place.run(command);
      assertEquals(3, refused.exitCode(), () -> command + ": " + refused.err());
      assertTrue(refused.err().contains(words), refused::err);
      assertTrue(refused.err().contains(store.toString()), refused::err);
      assertEquals(1, refused.err().lines().count(), refused::err);
      assertArrayEquals(bad, Files.readAllBytes(store), command);
    }
    assertEquals(List.of(), place.github().journal());
  }

  private void assertMended(byte[] good) throws IOException {
    Files.write(store, good);
    Program.Result mended = place.run("sync");
    assertEquals(0, mended.exitCode(), mended::err);
    assertEquals(List.of(ALERT, DRILL), titles());
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement run = connection.createStatement()) {
      run.execute("pragma wal_checkpoint(truncate)");
      run.execute(statement);
    }
  }

  private List<String> titles() {
    return place.github().issues(Installation.REPOSITORY).stream()
        .map(GitHubStub.Seen::title)
        .sorted()
        .toList();
  }

  private static String postmortem(String id, String promise) {
    return """
        ---
        id: %s
        title: Outage
        date: 2026-11-02
        services: [checkout]
        owner: Carol Diaz
        ---
        ## Action items

        - [ ] %s. Owner: Alice Martin, due 2027-01-15
        """
        .formatted(id, promise);
  }
}
