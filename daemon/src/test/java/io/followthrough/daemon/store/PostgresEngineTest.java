package io.followthrough.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PostgresEngineTest {
  /** A setting that is made within a transaction is undone with it. */
  @Test
  void whoeverStandsStillInATransactionLosesItAlsoAfterARollback() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.create();
    PostgresEngine engine =
        new PostgresEngine(PostgresAddress.of(database.url(), Optional.empty()));
    try (Connection connection = engine.connect(true)) {
      engine.begin(connection, true);
      engine.rollback(connection);
      assertEquals("10s", shown(connection, "idle_in_transaction_session_timeout"));
      assertEquals("30s", shown(connection, "lock_timeout"));
      assertEquals("1min", shown(connection, "statement_timeout"));
    } finally {
      engine.close();
    }
  }

  private static String shown(Connection connection, String setting) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
