package io.followthrough.daemon.store;

import static io.followthrough.ledger.LedgerSamples.creation;
import static io.followthrough.ledger.LedgerSamples.item;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteOpeningTest {
  @TempDir private Path folder;
  private Path store = Path.of("");

  @BeforeEach
  void nameTheStore() {
    store = folder.resolve("followthrough.db");
  }

  private static LedgerException refused(Kind kind, Callable<?> opening) {
    LedgerException refusal = assertThrows(LedgerException.class, opening::call);
    assertEquals(kind, refusal.kind(), refusal.getMessage());
    return refusal;
  }

  private void sql(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private void fill() {
    try (Ledger ledger = SqliteLedger.open(store)) {
      for (int i = 0; i < 200; i++) {
        int number = i;
        ledger.run(
            books -> {
              books.items().put(item(number));
              books.outbox().add(creation(number, "backend"));
            });
      }
    }
  }

  @Test
  void aNewStoreIsForItsOwnerAloneAndLeavesOneFileBehind() throws Exception {
    fill();
    assertEquals(
        PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(store));
    assertEquals(List.of("followthrough.db"), names());
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.walk(folder, new FileVisitOption[0])) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theSettingsThatMakeACommitDurableHold() {
    try (SqliteLedger ledger = SqliteLedger.open(store)) {
      assertEquals(List.of("wal"), ledger.maintain("pragma journal_mode"));
      assertEquals(List.of("2"), ledger.maintain("pragma synchronous"));
      assertEquals(List.of("1"), ledger.maintain("pragma foreign_keys"));
      assertEquals(List.of("10000"), ledger.maintain("pragma busy_timeout"));
    }
  }

  @Test
  void theVersionIsThatOfTheLastMigration() throws Exception {
    Path migrations =
        Path.of(SqliteOpeningTest.class.getResource("/db/migration/sqlite/V1__books.sql").toURI());
    try (Stream<Path> files = Files.list(migrations.resolveSibling("."))) {
      int last =
          files
              .map(file -> file.getFileName().toString())
              .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
              .max()
              .orElseThrow();
      assertEquals(SqliteSchema.VERSION, last);
    }
  }

  @Test
  void aMissingStoreReadsAsEmptyAndIsNotCreated() throws Exception {
    try (Ledger ledger = SqliteLedger.openReadOnly(store)) {
      assertEquals(0L, ledger.<Long>read(books -> books.items().count()));
    }
    Files.createFile(store);
    try (Ledger ledger = SqliteLedger.openReadOnly(store)) {
      assertEquals(0L, ledger.<Long>read(books -> books.items().count()));
    }
    assertEquals(0, Files.size(store));
    assertEquals(List.of("followthrough.db"), names());
  }

  @Test
  void aReadOnlyLedgerReadsAndRefusesToWrite() throws Exception {
    fill();
    byte[] before = Files.readAllBytes(store);
    try (Ledger ledger = SqliteLedger.openReadOnly(store)) {
      assertEquals(200L, ledger.<Long>read(books -> books.items().count()));
      assertThrows(
          IllegalStateException.class, () -> ledger.run(books -> books.items().put(item(1))));
    }
    assertArrayEquals(before, Files.readAllBytes(store));
  }

  @Test
  void aStoreOnWhichNothingMayBeWrittenAtAllIsRead() throws Exception {
    fill();
    SqliteEngine still = new SqliteEngine(store, "?immutable=1");
    try (JdbcLedger ledger = new JdbcLedger(still, true)) {
      assertEquals(200L, ledger.<Long>read(books -> books.items().count()));
    }
    assertEquals(List.of("followthrough.db"), names());
  }

  @Test
  void othersReadAndWriteBesideARunningOne() {
    try (Ledger running = SqliteLedger.open(store);
        Ledger beside = SqliteLedger.open(store);
        Ledger reading = SqliteLedger.openReadOnly(store)) {
      running.run(books -> books.settings().put("a", "1"));
      beside.run(books -> books.settings().put("b", "2"));
      Map<String, String> both = Map.of("a", "1", "b", "2");
      assertEquals(both, running.read(books -> books.settings().startingWith("")));
      assertEquals(both, beside.read(books -> books.settings().startingWith("")));
      assertEquals(both, reading.read(books -> books.settings().startingWith("")));
    }
  }

  @Test
  void aStoreIsCopiedWhileOthersWrite() throws Exception {
    Path copy = folder.resolve("a 'copy'.db");
    try (Ledger running = SqliteLedger.open(store)) {
      running.run(books -> books.items().put(item(1)));
      running.run(
          books -> {
            books.items().put(item(2));
            SqliteLedger.copy(store, copy);
          });
    }
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(copy));
    assertThrows(IllegalArgumentException.class, () -> SqliteLedger.copy(store, copy));
    try (SqliteLedger copied = SqliteLedger.open(copy)) {
      assertEquals(1L, copied.<Long>read(books -> books.items().count()));
      copied.run(books -> books.items().put(item(3)));
      assertEquals(List.of(), copied.damage());
    }
    try (Ledger ledger = SqliteLedger.openReadOnly(store)) {
      assertEquals(2L, ledger.<Long>read(books -> books.items().count()));
    }
  }

  @Test
  void aReaderSeesOneStateWhileOthersWrite() {
    try (Ledger running = SqliteLedger.open(store);
        Ledger reading = SqliteLedger.openReadOnly(store)) {
      running.run(books -> books.settings().put("a", "1"));
      reading.read(
          books -> {
            assertEquals("1", books.settings().get("a").orElseThrow());
            running.run(others -> others.settings().put("a", "2"));
            assertEquals("1", books.settings().get("a").orElseThrow());
            return true;
          });
      assertEquals("2", reading.read(books -> books.settings().get("a").orElseThrow()));
    }
  }

  @Test
  void severalMayOpenANewStoreAtOnce() throws Exception {
    int many = 4;
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      for (int round = 0; round < 5; round++) {
        Path fresh = folder.resolve("fresh" + round + ".db");
        CyclicBarrier start = new CyclicBarrier(many);
        List<Future<Boolean>> openings = new ArrayList<>();
        for (int i = 0; i < many; i++) {
          String key = "opened/" + i;
          openings.add(
              threads.submit(
                  () -> {
                    start.await(60, TimeUnit.SECONDS);
                    try (Ledger ledger = SqliteLedger.open(fresh)) {
                      ledger.run(books -> books.settings().put(key, "yes"));
                    }
                    return true;
                  }));
        }
        for (Future<Boolean> each : openings) {
          assertTrue(each.get(60, TimeUnit.SECONDS));
        }
        try (Ledger ledger = SqliteLedger.openReadOnly(fresh)) {
          assertEquals(
              many, ledger.<Integer>read(books -> books.settings().startingWith("").size()));
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  // What cannot be opened

  @Test
  void anUnreachableFolderIsNamed() {
    Path lost = folder.resolve("lost/followthrough.db");
    LedgerException refusal = refused(Kind.UNREACHABLE, () -> SqliteLedger.open(lost));
    assertTrue(refusal.toString().contains(folder.resolve("lost").toString()));
    refused(Kind.UNREACHABLE, () -> SqliteLedger.openReadOnly(lost));
    refused(Kind.UNREACHABLE, () -> SqliteLedger.open(folder));
    refused(Kind.UNREACHABLE, () -> DeliveryLock.tryAcquire(lost, "run"));
    assertFalse(Files.exists(lost.getParent()));
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAlone() throws Exception {
    byte[] poem = "Roses are red\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    Files.write(store, poem);
    refused(Kind.DAMAGED, () -> SqliteLedger.open(store));
    refused(Kind.DAMAGED, () -> SqliteLedger.openReadOnly(store));
    assertArrayEquals(poem, Files.readAllBytes(store));
    assertEquals(List.of("followthrough.db"), names());
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
    sql("create table bookmarks (url text)");
    byte[] before = Files.readAllBytes(store);
    LedgerException refusal = refused(Kind.FOREIGN, () -> SqliteLedger.open(store));
    assertTrue(refusal.toString().contains("bookmarks"));
    assertArrayEquals(before, Files.readAllBytes(store));
  }

  @Test
  void aStoreOfANewerVersionIsLeftAlone() throws Exception {
    fill();
    sql(
        "insert into flyway_schema_history select max(installed_rank) + 1, '99', 'later', type,"
            + " 'V99__later.sql', 0, installed_by, installed_on, 1, 1 from flyway_schema_history",
        "create table later (x)");
    byte[] before = Files.readAllBytes(store);
    LedgerException refusal = refused(Kind.NEWER, () -> SqliteLedger.open(store));
    assertTrue(
        refusal.toString().contains("schema 99, this one knows " + SqliteSchema.VERSION),
        refusal.getMessage());
    refused(Kind.NEWER, () -> SqliteLedger.openReadOnly(store));
    assertArrayEquals(before, Files.readAllBytes(store));
  }

  @Test
  void flippedBytesAreFoundAtOpening() throws Exception {
    fill();
    byte[] bytes = Files.readAllBytes(store);
    for (int page = 1; page < bytes.length / 4096; page++) {
      bytes[page * 4096 + 3] ^= 0x5a;
      bytes[page * 4096 + 9] ^= 0x5a;
    }
    Files.write(store, bytes);
    refused(Kind.DAMAGED, () -> SqliteLedger.open(store));
    refused(Kind.DAMAGED, () -> SqliteLedger.openReadOnly(store));
    assertArrayEquals(bytes, Files.readAllBytes(store));
  }

  @Test
  void aBodyThatCannotBeReadIsDamage() throws Exception {
    fill();
    sql("update items set body = '{\"id\": \"x\"' where id = '" + item(1).id() + "'");
    try (Ledger ledger = SqliteLedger.open(store)) {
      LedgerException refusal =
          refused(Kind.DAMAGED, () -> ledger.read(books -> books.items().find(item(1).id())));
      assertTrue(refusal.toString().contains("ActionItem"), refusal.getMessage());
    }
  }

  @Test
  void aLogThatWasCutLosesItsEndAndNothingElse() throws Exception {
    Path copy = folder.resolve("copy.db");
    try (Ledger ledger = SqliteLedger.open(store)) {
      for (int i = 0; i < 50; i++) {
        int number = i;
        ledger.run(
            books -> {
              books.items().put(item(number));
              books.settings().put("last", Integer.toString(number));
            });
      }
      Files.copy(store, copy);
      byte[] log = Files.readAllBytes(StoreFile.log(store));
      Files.write(StoreFile.log(copy), Arrays.copyOf(log, log.length - 5000));
    }
    try (SqliteLedger ledger = SqliteLedger.open(copy)) {
      long count = ledger.<Long>read(books -> books.items().count());
      String last = ledger.read(books -> books.settings().get("last").orElseThrow());
      assertEquals(Long.toString(count - 1), last);
      assertTrue(count > 40 && count < 50, () -> count + " items");
      assertEquals(List.of(), ledger.damage());
    }
  }

  @Test
  void aStoreBelongsToOneInstallation() {
    try (Ledger ledger = SqliteLedger.open(store)) {
      InstallationName.check(ledger, "acme", Set.of());
      InstallationName.bind(ledger, "acme", Set.of());
      InstallationName.bind(ledger, "acme", Set.of());
      LedgerException refusal =
          assertThrows(
              LedgerException.class, () -> InstallationName.bind(ledger, "other", Set.of("old")));
      assertEquals(Kind.FOREIGN, refusal.kind());
      assertThrows(LedgerException.class, () -> InstallationName.check(ledger, "other", Set.of()));
      InstallationName.check(ledger, "other", Set.of("old", "acme"));
      InstallationName.check(ledger, "acme", Set.of());
      InstallationName.bind(ledger, "other", Set.of("old", "acme"));
      InstallationName.check(ledger, "other", Set.of());
    }
  }
}
