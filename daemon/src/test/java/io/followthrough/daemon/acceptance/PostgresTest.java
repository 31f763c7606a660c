package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.cli.Program;
import io.followthrough.daemon.store.DeliveryLock;
import io.followthrough.daemon.store.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in PostgreSQL, from the command line. */
final class PostgresTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";

  private final Path folder;
  private final Installation place;
  private final EmbeddedDatabase database = EmbeddedDatabase.create();

  PostgresTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = Installation.now(folder);
    place.write("a.md", Postmortems.of("INC-1", daysAgo(3), KEYS));
  }

  private static String daysAgo(int days) {
    return Instant.now().minus(Duration.ofDays(days)).toString().substring(0, 10);
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

  private void refused(int code, String words, String... command) {
    Program.Result result = place.run(command);
    assertEquals(code, result.exitCode(), () -> result.out() + result.err());
    assertTrue(result.err().contains(words), result::err);
  }

  private void usePostgres() throws IOException {
    place.configure("store: { url: \"" + database.url() + "\" }\n");
  }

  @Test
  void theWholeLineWorksOnPostgres() throws IOException {
    usePostgres();
    assertTrue(done("plan").out().contains(KEYS));
    assertEquals(
        List.of(), database.sql("select tablename from pg_tables where tablename = 'items'"));
    assertEquals(4, place.run("sync").exitCode());
    done("confirm", "--yes");
    done("sync");
    assertEquals(1, place.tickets());
    assertTrue(done("status").out().contains(KEYS));
    assertTrue(done("explain", "acme/backend#1").out().contains(KEYS));
    assertTrue(done("retry").out().contains("0 released"));
    done("sync");
    assertEquals(1, place.tickets());
    refused(2, "pg_dump", "backup", folder.resolve("copy.db").toString());
    try (Stream<Path> files = Files.list(folder)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".db")));
    }
    place.replace("installation: acme-sre", "installation: other");
    refused(2, "belongs to the installation", "sync");
  }

  @Test
  void whatIsWrongWithADatabaseIsSaidWithItsMend() throws IOException {
    database.sql("create table customers (id int)");
    usePostgres();
    refused(2, "tables of another program (such as customers)", "sync");
    place.replace(database.url(), database.url() + "nowhere");
    refused(3, "is not there", "sync");
    place.replace(database.url() + "nowhere", "postgresql://postgres@localhost:1/x");
    refused(3, "cannot be reached", "sync");
  }

  @Test
  void aStoreIsCarriedOverAndGoesOnWithoutATwin() throws IOException {
    done("confirm", "--yes");
    done("sync");
    place.write("b.md", Postmortems.of("INC-2", daysAgo(2), DRILL));
    String[] migrate = {"migrate", "--to", database.url()};
    Path store = folder.resolve("followthrough.db");
    try (DeliveryLock daemon = DeliveryLock.acquire(store, "run for a test")) {
      refused(3, "run for a test", migrate);
      assertTrue(DeliveryLock.holder(store).isPresent(), daemon::toString);
    }
    refused(2, "without a password", "migrate", "--to", "postgresql://me:secret@host/db");

    Program.Result migrated = done(migrate);

    assertTrue(migrated.out().contains("  items: 1\n"), migrated::out);
    assertTrue(migrated.out().contains("store: { url: \"" + database.url() + "\" }"));
    assertFalse(Files.exists(folder.resolve("followthrough.db")));
    usePostgres();
    done("confirm", "--yes");
    done("sync");
    assertEquals(2, place.tickets());
    assertEquals(1, place.titled(KEYS).size());
    assertTrue(done("explain", "acme/backend#1").out().contains("created"), "the journal is there");
    refused(2, "in PostgreSQL already", migrate);
  }

  @Test
  void anotherStoreIsNotCarriedIntoOneThatHasSomething() throws IOException {
    done("confirm", "--yes");
    done("sync");
    usePostgres();
    done("confirm", "--yes");
    place.configure("");

    refused(2, "is not empty", "migrate", "--to", database.url());

    assertTrue(Files.exists(folder.resolve("followthrough.db")));
  }
}
