package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the databases do differently. Everything else is SQL that they share. */
interface Engine {
  /** Opens a connection for one transaction after another. */
  Connection connect(boolean writing) throws SQLException;

  /** Begins a transaction; a writing one waits for the one before. */
  void begin(Connection connection, boolean writing) throws SQLException;

  /** Ends a transaction; what it wrote is durable. */
  void commit(Connection connection) throws SQLException;

  /** Ends a transaction and undoes it. */
  void rollback(Connection connection) throws SQLException;

  /** False where something below keeps connections for the next transaction. */
  default boolean keepsSessions() {
    return true;
  }

  /** A value as the database can hold it. */
  default @Nullable Object fit(@Nullable Object argument) {
    return argument;
  }

  /** The text that was fitted. */
  default String text(String held) {
    return held;
  }

  /** The failure with its mend. */
  LedgerException explain(SQLException failure);

  /** Ends what lies below the connections. */
  default void close() {}
}
