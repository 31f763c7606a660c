package io.followthrough.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.ledger.Ledger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each migration has its twin in the other dialect. */
final class TwinsTest {
  private static Set<String> migrations(String dialect) throws Exception {
    Path folder = folder(dialect);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Path folder(String dialect) throws URISyntaxException {
    String first = "/db/migration/" + dialect + "/V1__books.sql";
    Path file = Path.of(Objects.requireNonNull(TwinsTest.class.getResource(first)).toURI());
    return Objects.requireNonNull(file.getParent());
  }

  @Test
  void bothDialectsHaveTheSameVersions() throws Exception {
    assertEquals(migrations("sqlite"), migrations("postgresql"));
  }

  @Test
  void bothDialectsHaveTheSameTablesAndColumns(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("followthrough.db");
    EmbeddedDatabase database = EmbeddedDatabase.create();
    try (Ledger sqlite = SqliteLedger.open(file);
        Ledger postgres = PostgresLedger.open(database.url(), Optional.empty(), Instant::now)) {
      Long items = sqlite.read(books -> books.items().count());
      Long twins = postgres.read(books -> books.items().count());
      assertEquals(items, twins);
      assertEquals(columns("jdbc:sqlite:" + file), columns("jdbc:" + withUser(database.url())));
    }
  }

  private static String withUser(String url) {
    return url.replace("postgres@", "") + "?user=postgres";
  }

  /** Every column of our tables: whether it may be null, and what it holds. */
  private static Map<String, String> columns(String url) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url)) {
      DatabaseMetaData facts = connection.getMetaData();
      Set<String> tables = tables(facts);
      try (ResultSet rows = facts.getColumns(null, null, "%", "%")) {
        while (rows.next()) {
          String table = rows.getString("TABLE_NAME");
          if (isOurs(table) && tables.contains(table)) {
            found.put(
                table + "." + rows.getString("COLUMN_NAME"),
                type(rows.getString("TYPE_NAME")) + " " + rows.getInt("NULLABLE"));
          }
        }
      }
    }
    return found;
  }

  private static Set<String> tables(DatabaseMetaData facts) throws SQLException {
    try (ResultSet rows = facts.getTables(null, null, "%", new String[] {"TABLE"})) {
      Set<String> names = new TreeSet<>();
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME"));
      }
      return names;
    }
  }

  private static boolean isOurs(String table) {
    return !table.startsWith("sqlite_")
        && !table.equals("flyway_schema_history")
        && !table.startsWith("qrtz_");
  }

  private static String type(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "integer", "int8", "bigserial", "bigint" -> "number";
      case "blob", "bytea" -> "bytes";
      case "real", "float8" -> "fraction";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }
}
