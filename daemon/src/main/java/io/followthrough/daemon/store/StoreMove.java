package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A whole store carried over to another kind of database. */
public final class StoreMove {
  private StoreMove() {}

  /**
   * Copies an SQLite store into an empty PostgreSQL database, in one transaction.
   *
   * @param url {@code postgresql://USER@HOST:PORT/DATABASE}
   * @return how many rows each table has
   * @throws LedgerException where that cannot be; the database is as empty as before then
   */
  public static Map<String, Long> toPostgres(
      Path file, String url, Optional<Supplier<String>> password, InstantSource clock) {
    SqliteLedger.open(file).close();
    PostgresLedger.open(url, password, clock).close();
    PostgresAddress address = PostgresAddress.of(url, password);
    PostgresEngine to = new PostgresEngine(address);
    SqliteEngine from = new SqliteEngine(file);
    try (Connection source = from.connect(false);
        Connection target = to.connect(true)) {
      from.begin(source, false);
      to.begin(target, true);
      TableCopy copy = new TableCopy(source, from, target, to);
      for (String table : copy.tables()) {
        if (TableCopy.count(target, table) > 0) {
          throw new LedgerException(
              Kind.FOREIGN,
              address.words() + " is not empty; nothing was changed. Name an empty database",
              null);
        }
      }
      Map<String, Long> rows = copy.run();
      TableCopy.continueSequences(target);
      to.commit(target);
      from.rollback(source);
      return rows;
    } catch (SQLException e) {
      throw isSqlite(e) ? from.explain(e) : to.explain(e);
    } finally {
      to.close();
    }
  }

  /**
   * Moves a store aside that was carried elsewhere, so that nobody goes on with it by mistake.
   *
   * @param suffix such as {@code .migrated-20261102T093000Z}
   */
  public static void retire(Path file, String suffix) {
    try {
      StoreCopy.moveAside(file, suffix);
    } catch (IOException e) {
      throw StoreFile.failure(file, e);
    }
  }

  /** SQLite has result codes, PostgreSQL has states. */
  private static boolean isSqlite(SQLException failure) {
    return failure.getClass().getName().startsWith("org.sqlite");
  }

  /**
   * Copies a store in PostgreSQL to a new SQLite file, as it is at one instant.
   *
   * @return false where there is no store yet
   */
  static boolean toSqlite(PostgresAddress address, Path file) {
    PostgresEngine from = new PostgresEngine(address);
    SqliteEngine to = new SqliteEngine(file);
    try {
      if (new PostgresSchema(from, address).inspect() != SqliteSchema.VERSION) {
        return false;
      }
      SqliteLedger.open(file).close();
      try (Connection source = from.connect(false);
          Connection target = to.connect(true)) {
        from.begin(source, false);
        to.begin(target, true);
        Map<String, Long> rows = new TableCopy(source, from, target, to).run();
        to.commit(target);
        from.rollback(source);
        return !rows.isEmpty();
      }
    } catch (SQLException e) {
      throw isSqlite(e) ? to.explain(e) : from.explain(e);
    } finally {
      from.close();
    }
  }
}
