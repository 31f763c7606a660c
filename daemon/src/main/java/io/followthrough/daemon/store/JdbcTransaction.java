package io.followthrough.daemon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of one thread. A statement that failed dooms it: the database may have undone it
 * already, and whatever came after would be written for good.
 */
final class JdbcTransaction {
  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Engine engine;
  private final Session session;
  private final boolean writing;
  private final Thread owner = Thread.currentThread();
  private boolean open;
  private @Nullable SQLException doom;

  JdbcTransaction(Engine engine, Session session, boolean writing) {
    this.engine = engine;
    this.session = session;
    this.writing = writing;
  }

  void begin() throws SQLException {
    engine.begin(session.connection(), writing);
    open = true;
  }

  void commit() throws SQLException {
    open = false;
    if (doom != null) {
      throw doom;
    }
    engine.commit(session.connection());
  }

  /** Undoes all of it; false where its connection had better not be used again. */
  boolean isUndone() {
    open = false;
    try {
      engine.rollback(session.connection());
      return doom == null;
    } catch (SQLException e) {
      return false;
    }
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) {
    requireOpen();
    try (ResultSet rows = session.prepare(sql, fitted(arguments)).executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return List.copyOf(found);
    } catch (SQLException e) {
      throw doomed(e);
    }
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) {
    return list(sql, row, arguments).stream().findFirst();
  }

  /** The rows whose first column is a body. */
  <T> List<T> bodies(Class<T> type, String sql, @Nullable Object... arguments) {
    return list(sql, row -> Bodies.read(row.getString(1), type), arguments);
  }

  <T> Optional<T> body(Class<T> type, String sql, @Nullable Object... arguments) {
    return bodies(type, sql, arguments).stream().findFirst();
  }

  /**
   * The different values of a column in order, each by one seek in its index.
   *
   * @param lowest selects the lowest value, null where there is none
   * @param next selects the lowest value beyond another
   */
  List<String> distinct(String lowest, String next) {
    List<String> found = new ArrayList<>();
    Optional<String> value = lowest(lowest);
    while (value.isPresent()) {
      found.add(value.get());
      value = lowest(next, value.get());
    }
    return List.copyOf(found);
  }

  private Optional<String> lowest(String sql, @Nullable Object... arguments) {
    return first(sql, row -> Optional.ofNullable(row.getString(1)), arguments)
        .flatMap(value -> value);
  }

  /** A text that came from a column as it was put. */
  String text(String held) {
    return engine.text(held);
  }

  /** Changes rows, and tells how many. */
  int change(String sql, @Nullable Object... arguments) {
    requireOpen();
    if (!writing) {
      throw new IllegalStateException("a reading transaction cannot write");
    }
    try {
      return session.prepare(sql, fitted(arguments)).executeUpdate();
    } catch (SQLException e) {
      throw doomed(e);
    }
  }

  private @Nullable Object[] fitted(@Nullable Object... arguments) {
    @Nullable Object[] fitted = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      fitted[i] = engine.fit(arguments[i]);
    }
    return fitted;
  }

  private void requireOpen() {
    if (!open || Thread.currentThread() != owner) {
      throw new IllegalStateException("books are open only during their transaction");
    }
    if (doom != null) {
      throw engine.explain(doom);
    }
  }

  private RuntimeException doomed(SQLException failure) {
    doom = failure;
    return engine.explain(failure);
  }
}
