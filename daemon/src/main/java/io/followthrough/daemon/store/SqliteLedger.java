package io.followthrough.daemon.store;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import io.followthrough.ledger.MemoryLedger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * A ledger in a SQLite file. Several processes may have the same file open and write to it, each
 * transaction after the other; who delivers is decided by {@link DeliveryLock}.
 */
public final class SqliteLedger implements Ledger {
  private final JdbcLedger books;

  private SqliteLedger(JdbcLedger books) {
    this.books = books;
  }

  /**
   * Opens a store for reading and writing; creates the file, for its owner alone, where it is
   * missing, and brings its tables up to date. Its folder has to be there.
   *
   * @throws LedgerException where that cannot be: nothing was changed then
   */
  public static SqliteLedger open(Path file) {
    Path store = StoreFile.requireFolder(file);
    SqliteEngine engine = new SqliteEngine(store);
    SqliteSchema schema = new SqliteSchema(store);
    try {
      if (schema.inspect(engine) != SqliteSchema.VERSION) {
        schema.migrate(engine);
      }
    } catch (SQLException e) {
      throw engine.explain(e);
    }
    SqliteLedger ledger = new SqliteLedger(new JdbcLedger(engine, false));
    ledger.requireLog(store);
    return ledger;
  }

  /**
   * Opens a store for reading. Nothing is created or migrated: a store that is not there yet reads
   * as an empty ledger.
   *
   * @throws LedgerException where it cannot be read, or was written by a newer version
   */
  public static Ledger openReadOnly(Path file) {
    Path store = StoreFile.requireFolder(file);
    SqliteEngine engine = SqliteEngine.reading(store);
    try {
      return new SqliteSchema(store).inspect(engine) == SqliteSchema.NONE
          ? new MemoryLedger()
          : new SqliteLedger(new JdbcLedger(engine, true));
    } catch (SQLException e) {
      throw engine.explain(e);
    }
  }

  /**
   * Copies a store as it is at one instant, also while others write to it.
   *
   * @param copy a file that is not there yet, in a folder that is; for its owner alone
   * @throws LedgerException where the store cannot be read or the copy not written
   */
  public static void copy(Path file, Path copy) {
    Path store = StoreFile.requireFolder(file);
    Path target = StoreFile.requireFolder(copy);
    SqliteEngine engine = SqliteEngine.reading(store);
    if (StoreFile.size(target) > 0) {
      throw new IllegalArgumentException(target + " is there already");
    }
    StoreFile.create(target);
    try (Connection connection = engine.connect(false);
        PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
      statement.setString(1, target.toString());
      statement.execute();
    } catch (SQLException e) {
      throw engine.explain(e);
    }
  }

  /** Refuses a file system on which SQLite falls back to another way of writing. */
  private void requireLog(Path store) {
    List<String> mode = maintain("pragma journal_mode");
    if (!mode.equals(List.of("wal"))) {
      close();
      throw new LedgerException(
          Kind.UNREACHABLE,
          "the file system of the store "
              + store
              + " does not let programs share memory (a network file system?). Move the store to a"
              + " local disk",
          null);
    }
  }

  /** Reads every page of the store; what is wrong with it, and nothing where all is well. */
  public List<String> damage() {
    List<String> answers = maintain("pragma integrity_check");
    return answers.equals(List.of("ok")) ? List.of() : answers;
  }

  /** Runs SQL outside of transactions on the connection that writes. */
  List<String> maintain(String sql) {
    return books.maintain(sql);
  }

  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    return books.write(work);
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    return books.read(work);
  }

  @Override
  public void close() {
    books.close();
  }
}
