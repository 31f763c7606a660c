package io.followthrough.daemon.store;

import static io.followthrough.ledger.LedgerSamples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFailureTest {
  @TempDir private Path folder;
  private SqliteLedger ledger;

  @BeforeEach
  void open() {
    ledger = SqliteLedger.open(folder.resolve("followthrough.db"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private LedgerException refused(Kind kind, Runnable work) {
    LedgerException refusal = assertThrows(LedgerException.class, work::run);
    assertEquals(kind, refusal.kind(), refusal.getMessage());
    return refusal;
  }

  private void put(int from, int to) {
    ledger.run(
        books -> {
          for (int i = from; i < to; i++) {
            books.items().put(item(i));
          }
        });
  }

  private long count() {
    return ledger.<Long>read(books -> books.items().count());
  }

  @Test
  void aFullDiskUndoesTheTransactionAndGoesOnWhenThereIsRoom() {
    put(0, 10);
    ledger.maintain("pragma max_page_count = 60");
    LedgerException refusal = refused(Kind.FULL, () -> put(10, 2000));
    assertTrue(refusal.toString().contains("Nothing is lost"));
    assertEquals(10, count());
    assertTrue(ledger.read(books -> books.items().find(item(10).id())).isEmpty());
    // The limit went with its connection, which is not used again after a failure.
    put(10, 2000);
    assertEquals(2000, count());
    assertEquals(List.of(), ledger.damage());
  }

  @Test
  void aTransactionThatGoesOnAfterAFailureWritesNothing() {
    ledger.maintain("pragma max_page_count = 60");
    List<LedgerException> seen = new ArrayList<>();
    refused(
        Kind.FULL,
        () ->
            ledger.run(
                books -> {
                  for (int i = 0; i < 2000; i++) {
                    try {
                      books.items().put(item(i));
                    } catch (LedgerException e) {
                      seen.add(e);
                    }
                  }
                }));
    assertTrue(seen.size() > 1000, () -> seen.size() + " failures");
    assertEquals(0, count());
  }

  @Test
  void aStoreThatBecameReadOnlySaysWhatMendsIt() {
    ledger.maintain("pragma query_only = on");
    LedgerException refusal = refused(Kind.READ_ONLY, () -> put(0, 1));
    assertTrue(refusal.toString().contains("mount its file system for writing"));
    put(0, 1);
    assertEquals(1, count());
  }

  @Test
  void aStoreThatAnotherProgramHoldsIsBusy() {
    try (SqliteLedger other = SqliteLedger.open(folder.resolve("followthrough.db"))) {
      ledger.maintain("pragma busy_timeout = 1");
      other.maintain("begin immediate");
      refused(Kind.LOCKED, () -> put(0, 1));
      other.maintain("rollback");
      put(0, 1);
      assertEquals(1, count());
    }
  }
}
