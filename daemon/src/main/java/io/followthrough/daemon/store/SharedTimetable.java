package io.followthrough.daemon.store;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place in a database where processes find a common timetable: tables of the scheduler's own,
 * made by the script that comes with it.
 *
 * @param url of JDBC
 * @param user empty where the driver's default is to be used
 * @param password empty where none is asked for
 */
public record SharedTimetable(String url, String user, Optional<Supplier<String>> password) {
  private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  public SharedTimetable {
    requireNonNull(url, "url is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  /**
   * The address with the limits of every session of ours: a process that stands still while it
   * holds the timetable's lock must not hold up the others.
   */
  public String limitedUrl() {
    String options = URLEncoder.encode(PostgresEngine.LIMITS, StandardCharsets.UTF_8);
    return url + (url.contains("?") ? "&" : "?") + "options=" + options;
  }

  /**
   * Makes the tables where they are missing.
   *
   * @throws LedgerException where that cannot be
   */
  public void prepare() {
    PostgresAddress address =
        new PostgresAddress(url, Optional.of(user).filter(name -> !name.isEmpty()), password);
    PostgresEngine engine = new PostgresEngine(address);
    try (Connection connection = engine.connect(true)) {
      engine.begin(connection, true);
      if (!isThere(connection)) {
        for (String statement : script()) {
          PostgresEngine.execute(connection, statement);
        }
      }
      engine.commit(connection);
    } catch (SQLException e) {
      throw engine.explain(e);
    } finally {
      engine.close();
    }
  }

  private static boolean isThere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select to_regclass('qrtz_locks') is not null")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** What the script creates; it begins by dropping everything, which we leave out. */
  private static String[] script() {
    try (@Nullable InputStream script = SharedTimetable.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException("the scheduler brings no " + SCRIPT);
      }
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";", -1))
          .map(String::strip)
          .filter(statement -> statement.toLowerCase(Locale.ROOT).startsWith("create"))
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
