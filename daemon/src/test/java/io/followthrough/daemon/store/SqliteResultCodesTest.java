package io.followthrough.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqliteResultCodesTest {
  @ParameterizedTest
  @CsvSource({
    "1, BROKEN", "3, READ_ONLY", "5, LOCKED", "6, LOCKED", "8, READ_ONLY", "10, UNREACHABLE",
    "778, UNREACHABLE", "11, DAMAGED", "13, FULL", "14, UNREACHABLE", "19, BROKEN", "26, DAMAGED",
    "517, LOCKED", "1032, READ_ONLY",
  })
  void eachResultCodeHasItsKind(int code, Kind kind) {
    LedgerException refusal =
        SqliteFailure.of(Path.of("x.db"), new SQLException("words", "", code));
    assertEquals(kind, refusal.kind());
    assertTrue(refusal.toString().contains("x.db"));
  }
}
