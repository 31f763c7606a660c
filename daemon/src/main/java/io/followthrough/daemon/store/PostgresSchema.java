package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The tables of a store in PostgreSQL: the twins of those in SQLite, of the same versions. */
final class PostgresSchema {
  /** Leases are told by the clocks of several machines, which have to go alike. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final PostgresEngine engine;
  private final PostgresAddress address;

  PostgresSchema(PostgresEngine engine, PostgresAddress address) {
    this.engine = engine;
    this.address = address;
  }

  /** The version of what is there, which is read without a change; refuses what is not ours. */
  int inspect() throws SQLException {
    try (Connection connection = engine.source().getConnection()) {
      boolean ours =
          "t".equals(first(connection, "select to_regclass('flyway_schema_history') is not null"));
      if (!ours) {
        refuseForeign(connection);
        connection.rollback();
        return SqliteSchema.NONE;
      }
      int version =
          number(
              first(
                  connection,
                  "select max(version::int) from flyway_schema_history where success and version"
                      + " ~ '^[0-9]{1,9}$'"));
      connection.rollback();
      if (version > SqliteSchema.VERSION) {
        throw new LedgerException(
            Kind.NEWER,
            String.format(
                Locale.ROOT,
                "the store %s was written by a newer version of this program (schema %d, this one"
                    + " knows %d). Start that version again, or restore a backup from before it."
                    + " Nothing was changed",
                address.words(),
                version,
                SqliteSchema.VERSION),
            null);
      }
      return version;
    }
  }

  private void refuseForeign(Connection connection) throws SQLException {
    @Nullable String table =
        first(
            connection, "select min(tablename) from pg_tables where schemaname = current_schema()");
    if (table != null) {
      throw new LedgerException(
          Kind.FOREIGN,
          address.words()
              + " holds the tables of another program (such as "
              + table
              + "). Name a database of its own in `store.url`, or a schema with"
              + " `?currentSchema=NAME`",
          null);
    }
  }

  /** Refuses a machine whose clock is not that of the database. */
  void requireSameTime(InstantSource clock) throws SQLException {
    try (Connection connection = engine.source().getConnection()) {
      Instant before = clock.instant();
      @Nullable String millis =
          first(connection, "select (extract(epoch from clock_timestamp()) * 1000)::bigint");
      connection.rollback();
      Instant theirs = Instant.ofEpochMilli(Long.parseLong(String.valueOf(millis)));
      Duration apart = Duration.between(before, theirs).abs();
      if (apart.compareTo(SKEW) > 0) {
        throw new LedgerException(
            Kind.UNREACHABLE,
            "the clock of this machine and that of the store "
                + address.words()
                + " are "
                + apart.toSeconds()
                + " s apart, at most "
                + SKEW.toSeconds()
                + " s are allowed. Set them by NTP",
            null);
      }
    }
  }

  /** Creates the tables, or brings them up to date; Flyway lets one process do so at a time. */
  void migrate() {
    try {
      Flyway.configure()
          .dataSource(engine.source())
          .locations("classpath:db/migration/postgresql")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw failure(e);
    }
  }

  private LedgerException failure(FlywayException failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return engine.explain(sql);
      }
    }
    return new LedgerException(
        "the tables of " + address.words() + " cannot be made: " + failure.getMessage(), failure);
  }

  private static int number(@Nullable String text) {
    return text == null ? SqliteSchema.NONE : Integer.parseInt(text);
  }

  private static @Nullable String first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
