package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of a store, by the version that Flyway noted. Flyway itself takes a third of a second
 * to start, so it is called only where there is something to create or to migrate.
 */
final class SqliteSchema {
  /** The version that this program reads and writes: that of the last file under db/migration. */
  static final int VERSION = 5;

  /** A database without tables. */
  static final int NONE = 0;

  /** A file up to this size is looked through whenever it is opened: some tenths of a second. */
  private static final long QUICK_CHECK_BYTES = 64L << 20;

  private final Path file;

  SqliteSchema(Path file) {
    this.file = file;
  }

  /** The version of what is there, which is read without a change; refuses what is not ours. */
  int inspect(SqliteEngine engine) throws SQLException {
    long bytes = StoreFile.size(file);
    if (bytes == 0) {
      return NONE;
    }
    try (Connection connection = engine.connect(false)) {
      if (bytes <= QUICK_CHECK_BYTES) {
        refuseDamage(column(connection, "pragma quick_check(3)"));
      }
      return versionOf(connection);
    }
  }

  private int versionOf(Connection connection) throws SQLException {
    List<String> tables =
        column(connection, "select name from sqlite_master where type = 'table' order by name");
    if (!tables.contains("flyway_schema_history")) {
      if (tables.isEmpty()) {
        return NONE;
      }
      throw new LedgerException(
          Kind.FOREIGN,
          file
              + " is the database of another program (it has a table "
              + tables.get(0)
              + "). Name another file in `store.url`",
          null);
    }
    int version = NONE;
    for (String each :
        column(
            connection,
            "select version from flyway_schema_history where success = 1 and version is not"
                + " null")) {
      version = Math.max(version, number(each));
    }
    if (version > VERSION) {
      throw new LedgerException(
          Kind.NEWER,
          String.format(
              Locale.ROOT,
              "the store %s was written by a newer version of this program (schema %d, this one"
                  + " knows %d). Start that version again, or restore a backup from before it."
                  + " Nothing was changed",
              file,
              version,
              VERSION),
          null);
    }
    return version;
  }

  /** A version that is no number is none that we ever gave. */
  private static int number(String version) {
    return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : Integer.MAX_VALUE;
  }

  private void refuseDamage(List<String> answers) {
    if (!answers.equals(List.of("ok"))) {
      throw new LedgerException(
          Kind.DAMAGED,
          "the store "
              + file
              + " is damaged ("
              + String.join("; ", answers).replace('\n', ' ')
              + "). "
              + SqliteFailure.RESTORE,
          null);
    }
  }

  /**
   * Creates the tables, or brings them up to date. One process does so at a time: Flyway has no
   * lock on SQLite, and SQLite itself does not wait when two turn a new file to a write-ahead log.
   */
  void migrate(SqliteEngine engine) throws SQLException {
    Path mark = file.resolveSibling(file.getFileName() + ".migrating");
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    synchronized (SqliteSchema.class) {
      try (FileChannel channel = FileChannel.open(mark, options, StoreFile.ownerOnly(mark));
          FileLock alone = channel.lock()) {
        if (alone.isValid() && inspect(engine) != VERSION) {
          StoreFile.create(file);
          applyMigrations(engine);
        }
        Files.deleteIfExists(mark);
      } catch (IOException e) {
        throw StoreFile.failure(file, e);
      }
    }
  }

  private void applyMigrations(SqliteEngine engine) {
    try {
      Flyway.configure()
          .dataSource(engine.source(true))
          .locations("classpath:db/migration/sqlite")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw failure(engine, e);
    }
  }

  private LedgerException failure(SqliteEngine engine, FlywayException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return engine.explain(sql);
      }
    }
    return new LedgerException(
        "the tables of " + file + " cannot be made: " + failure.getMessage(), failure);
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
