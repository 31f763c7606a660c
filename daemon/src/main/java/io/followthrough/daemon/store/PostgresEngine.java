package io.followthrough.daemon.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import io.followthrough.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, shared by several processes. Those that write follow one another by a lock of the
 * database, so that a transaction sees all that was written before it; readers see the state at
 * their beginning and hold nobody up.
 */
final class PostgresEngine implements Engine {
  /** The lock of whoever writes; any number will do. */
  private static final long WRITING = 0x466f6c6c6f77L;

  /**
   * Whoever stops in the middle of a transaction loses it, and with it the lock that the others
   * wait for: their patience is longer.
   */
  static final String LIMITS =
      "-c idle_in_transaction_session_timeout=10s -c lock_timeout=30s -c statement_timeout=60s"
          + " -c client_min_messages=warning";

  private static final int CONNECTIONS = 10;

  private final PostgresAddress address;
  private final HikariDataSource pool;

  PostgresEngine(PostgresAddress address) {
    this.address = address;
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setJdbcUrl(address.url());
    config.setCredentialsProvider(
        () ->
            Credentials.of(
                address.user().orElse(null), address.password().map(it -> it.get()).orElse(null)));
    config.setAutoCommit(false);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
    config.setInitializationFailTimeout(-1);
    config.setIsolateInternalQueries(true);
    config.addDataSourceProperty("options", LIMITS);
    config.addDataSourceProperty("ApplicationName", "followthrough");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "90");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    this.pool = new HikariDataSource(config);
  }

  DataSource source() {
    return pool;
  }

  @Override
  public Connection connect(boolean writing) throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void begin(Connection connection, boolean writing) throws SQLException {
    execute(
        connection,
        writing
            ? "select pg_advisory_xact_lock(" + WRITING + ")"
            : "set transaction isolation level repeatable read, read only");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    connection.rollback();
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The pool keeps connections, and looks whether they are still good. */
  @Override
  public boolean keepsSessions() {
    return false;
  }

  @Override
  public @Nullable Object fit(@Nullable Object argument) {
    return argument instanceof String text ? PostgresText.encode(text) : argument;
  }

  @Override
  public String text(String held) {
    return PostgresText.decode(held);
  }

  @Override
  public LedgerException explain(SQLException failure) {
    return PostgresFailure.of(address, failure);
  }

  @Override
  public void close() {
    pool.close();
  }
}
