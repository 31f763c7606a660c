package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.cli.Program;
import io.followthrough.daemon.store.DeliveryLock;
import io.followthrough.daemon.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore}, on the real store. */
final class BackupTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Path folder;
  private final Path store;
  private final String copy;
  private final Installation place;

  BackupTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = folder.resolve("followthrough.db");
    this.copy = folder.resolve("copy.db").toString();
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void oneTicketIsFiled() throws IOException {
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
  }

  @AfterEach
  void end() {
    place.close();
  }

  private Program.Result done(String... command) {
    Program.Result result = place.run(command);
    assertEquals(0, result.exitCode(), () -> result.out() + result.err());
    return result;
  }

  private void refused(int code, String words, String... command) throws IOException {
    byte[] before = Files.readAllBytes(store);
    Program.Result result = place.run(command);
    assertEquals(code, result.exitCode(), () -> result.out() + result.err());
    assertTrue(result.err().contains(words), result::err);
    assertArrayEquals(before, Files.readAllBytes(store));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aBackupIsMadeBesideWhoDeliversAndOverwritesNothing() throws IOException {
    try (DeliveryLock daemon = DeliveryLock.acquire(store, "run");
        SqliteLedger open = SqliteLedger.open(store)) {
      assertTrue(done("backup", copy).out().contains(": 1 items, as of 2026-11-10T10:00:00Z"));
      assertEquals(List.of(), open.damage());
      assertTrue(DeliveryLock.holder(store).isPresent(), daemon::toString);
    }

    refused(2, "overwrites nothing", "backup", copy);
    Path shelf = Files.createDirectory(folder.resolve("shelf"));
    done("backup", shelf.toString());
    assertTrue(Files.exists(shelf.resolve("acme-sre-20261110T100000Z.db")));
    refused(3, "cannot be reached", "backup", folder.resolve("nowhere/copy.db").toString());
    assertFalse(names().stream().anyMatch(name -> name.contains(".part")), names().toString());
  }

  @Test
  void aStoreThatIsNotThereHasNoBackup() throws IOException {
    Files.delete(store);

    Program.Result result = place.run("backup", copy);

    assertEquals(3, result.exitCode(), result::err);
    assertTrue(result.err().contains("there is no store at"), result::err);
  }

  @Test
  void aLostStoreIsRestoredAndGoesOnWithoutATwin() throws IOException {
    done("backup", copy);
    place.write("b.md", Postmortems.of("INC-2", "2026-11-03", DRILL));
    place.run("confirm", "--yes");
    clock.pass(Duration.ofDays(15));
    done("sync");
    assertEquals(2, place.tickets());
    assertEquals(1, place.titled(KEYS).get(0).comments().size());
    Files.delete(store);

    Program.Result restored = done("restore", copy);
    assertTrue(restored.out().contains("1 items"), restored::out);
    place.run("confirm", "--yes");
    done("sync");

    assertEquals(2, place.tickets(), "the ticket that the copy does not know is found");
    assertEquals(1, place.titled(KEYS).get(0).comments().size(), "nothing is said twice");
  }

  @Test
  void whileSomebodyDeliversNothingIsRestored() throws IOException {
    done("backup", copy);
    try (DeliveryLock daemon = DeliveryLock.acquire(store, "run")) {
      refused(3, "another process delivers", "restore", "--force", copy);
      assertTrue(DeliveryLock.holder(store).isPresent(), daemon::toString);
    }
  }

  @Test
  void aStoreThatKnowsMoreIsMovedAsideOnlyWhereThatIsAskedFor() throws IOException {
    done("backup", copy);
    clock.pass(Duration.ofDays(15));
    done("sync");
    byte[] newer = Files.readAllBytes(store);
    refused(3, "is newer than", "restore", copy);

    assertTrue(done("restore", "--force", copy).out().contains(".replaced-20261125T100000Z"));

    Path aside = folder.resolve("followthrough.db.replaced-20261125T100000Z");
    assertArrayEquals(newer, Files.readAllBytes(aside));
    done("sync");
    assertEquals(1, place.titled(KEYS).get(0).comments().size(), "nothing is said twice");
  }

  @Test
  void aDamagedStoreGivesWayToItsCopy() throws IOException {
    done("backup", copy);
    Files.write(store, new byte[5000]);

    done("restore", copy);

    done("sync");
    assertEquals(1, place.tickets());
  }

  @Test
  void whatIsNoCopyOfThisStoreIsRefused() throws IOException {
    refused(2, "is not there", "restore", folder.resolve("nothing.db").toString());
    Files.writeString(folder.resolve("text.db"), "x".repeat(5000));
    refused(3, "is no SQLite database", "restore", folder.resolve("text.db").toString());
    done("backup", copy);
    place.replace("installation: acme-sre", "installation: other");
    refused(2, "belongs to the installation", "restore", copy);
    assertFalse(names().stream().anyMatch(name -> name.contains(".restoring")), names().toString());
  }
}
