package io.followthrough.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class MemoryLedgerTest extends LedgerContractTest {
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  protected Ledger open() {
    return new MemoryLedger();
  }

  @Override
  protected Ledger reopen(Ledger closed) {
    return closed;
  }

  @Test
  void whoDiesBeforeTheCommitHasWrittenNothing() {
    Ledger ledger = new MemoryLedger(MemoryLedgerTest::die, () -> {});
    assertThrows(Died.class, () -> ledger.run(books -> books.settings().put("key", "value")));
    assertEquals(Map.of(), ledger.read(books -> books.settings().startingWith("")));
  }

  @Test
  void whoDiesAfterTheCommitHasWrittenAll() {
    Ledger ledger = new MemoryLedger(() -> {}, MemoryLedgerTest::die);
    assertThrows(Died.class, () -> ledger.run(books -> books.settings().put("key", "value")));
    assertEquals(Map.of("key", "value"), ledger.read(books -> books.settings().startingWith("")));
  }

  private static void die() {
    throw new Died();
  }
}
