package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite with a write-ahead log: readers see the state at their beginning and hold nobody up, and a
 * commit has reached the disk when it returns.
 */
final class SqliteEngine implements Engine {
  /** How long a writer waits for one of another process. */
  private static final int BUSY_MILLIS = 10_000;

  /** What the log is cut back to after a checkpoint. */
  private static final int LOG_BYTES = 64 << 20;

  private final Path file;
  private final String address;

  SqliteEngine(Path file) {
    this(file, "");
  }

  /** An engine that finds its way where nothing at all may be written, its own index included. */
  static SqliteEngine reading(Path file) {
    boolean still = StoreFile.size(StoreFile.log(file)) == 0 && !StoreFile.isInWritableFolder(file);
    return new SqliteEngine(file, still ? "?immutable=1" : "");
  }

  /**
   * An engine on a file.
   *
   * @param parameters of SQLite's URI notation, with their question mark, else empty
   */
  SqliteEngine(Path file, String parameters) {
    this.file = file;
    this.address = "jdbc:sqlite:" + file.toUri() + parameters;
  }

  SQLiteDataSource source(boolean writing) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setReadOnly(!writing);
    config.enforceForeignKeys(true);
    if (writing) {
      config.setJournalMode(JournalMode.WAL);
      config.setJournalSizeLimit(LOG_BYTES);
      config.setSynchronous(SynchronousMode.FULL);
    }
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(address);
    return source;
  }

  @Override
  public Connection connect(boolean writing) throws SQLException {
    return source(writing).getConnection();
  }

  @Override
  public void begin(Connection connection, boolean writing) throws SQLException {
    execute(connection, writing ? "begin immediate" : "begin");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    execute(connection, "commit");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    execute(connection, "rollback");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public LedgerException explain(SQLException failure) {
    return SqliteFailure.of(file, failure);
  }
}
