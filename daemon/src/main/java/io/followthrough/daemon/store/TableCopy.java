package io.followthrough.daemon.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every row of every table of ours, from one database into another; both have the same tables. */
final class TableCopy {
  private static final int BATCH = 500;

  private final Connection from;
  private final Engine source;
  private final Connection to;
  private final Engine target;

  TableCopy(Connection from, Engine source, Connection to, Engine target) {
    this.from = from;
    this.source = source;
    this.to = to;
    this.target = target;
  }

  /** Copies all tables; how many rows each has. */
  Map<String, Long> run() throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : tables()) {
      rows.put(table, copy(table));
    }
    return rows;
  }

  /** The tables of the target, but for those of its libraries. */
  List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        to.getMetaData().getTables(null, to.getSchema(), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!name.startsWith("sqlite_")
            && !name.startsWith("qrtz_")
            && !name.equals("flyway_schema_history")) {
          tables.add(name);
        }
      }
    }
    Collections.sort(tables);
    return tables;
  }

  private long copy(String table) throws SQLException {
    long count = 0;
    try (Statement reading = from.createStatement()) {
      reading.setFetchSize(BATCH);
      try (ResultSet rows = reading.executeQuery("select * from " + table)) {
        int columns = rows.getMetaData().getColumnCount();
        try (PreparedStatement writing = to.prepareStatement(insert(table, rows, columns))) {
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              Object value = rows.getObject(i);
              writing.setObject(
                  i, target.fit(value instanceof String text ? source.text(text) : value));
            }
            writing.addBatch();
            count++;
            if (count % BATCH == 0) {
              writing.executeBatch();
            }
          }
          writing.executeBatch();
        }
      }
    }
    return count;
  }

  private static String insert(String table, ResultSet rows, int columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add(rows.getMetaData().getColumnName(i));
    }
    return "insert into "
        + table
        + " ("
        + String.join(", ", names)
        + ") values ("
        + String.join(", ", Collections.nCopies(columns, "?"))
        + ")";
  }

  static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** PostgreSQL does not notice numbers that it did not give itself. */
  static void continueSequences(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select format(
                  'select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false)'
                    || ' from %I',
                  table_name, column_name, column_name, table_name)
                from information_schema.columns
                where table_schema = current_schema() and is_identity = 'YES'
                """)) {
      while (rows.next()) {
        statements.add(rows.getString(1));
      }
    }
    for (String each : statements) {
      PostgresEngine.execute(connection, each);
    }
  }
}
