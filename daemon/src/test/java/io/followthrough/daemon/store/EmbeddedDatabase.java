package io.followthrough.daemon.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL of this process, with a fresh database for whoever asks. It ends with us. */
public final class EmbeddedDatabase {
  private static final class Server {
    private static final EmbeddedPostgres STARTED = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Template {
    private static final EmbeddedDatabase MIGRATED = create();

    static {
      PostgresLedger.open(MIGRATED.url(), Optional.empty(), Instant::now).close();
    }
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;

  private EmbeddedDatabase(String name) {
    this.name = name;
  }

  /** An empty database. */
  public static EmbeddedDatabase create() {
    EmbeddedDatabase database = new EmbeddedDatabase("test" + COUNT.incrementAndGet());
    execute("postgres", "create database " + database.name);
    return database;
  }

  /** A database with the tables of this version. */
  public static EmbeddedDatabase migrated() {
    EmbeddedDatabase database = new EmbeddedDatabase("test" + COUNT.incrementAndGet());
    execute("postgres", "create database " + database.name + " template " + Template.MIGRATED.name);
    return database;
  }

  /** What {@code store.url} says. */
  public String url() {
    return "postgresql://postgres@localhost:" + Server.STARTED.getPort() + "/" + name;
  }

  /** Runs SQL, and reads the first column of what it answers. */
  public List<String> sql(String statement) {
    return execute(name, statement);
  }

  private static List<String> execute(String database, String sql) {
    String url = Server.STARTED.getJdbcUrl("postgres", database);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> answers = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            answers.add(rows.getString(1));
          }
        }
      }
      return answers;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
