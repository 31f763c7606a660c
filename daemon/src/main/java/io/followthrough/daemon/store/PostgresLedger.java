package io.followthrough.daemon.store;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.MemoryLedger;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A ledger in a PostgreSQL database, which several processes may share. */
public final class PostgresLedger implements Ledger {
  private final JdbcLedger books;

  private PostgresLedger(JdbcLedger books) {
    this.books = books;
  }

  /**
   * Opens a store for reading and writing, and brings its tables up to date.
   *
   * @param url {@code postgresql://USER@HOST:PORT/DATABASE}
   * @param password read anew for each connection
   * @param clock of this machine, which has to go like that of the database
   * @throws LedgerException where that cannot be
   */
  public static PostgresLedger open(
      String url, Optional<Supplier<String>> password, InstantSource clock) {
    PostgresAddress address = PostgresAddress.of(url, password);
    PostgresEngine engine = new PostgresEngine(address);
    boolean opened = false;
    try {
      PostgresSchema schema = new PostgresSchema(engine, address);
      int version = schema.inspect();
      schema.requireSameTime(clock);
      if (version != SqliteSchema.VERSION) {
        schema.migrate();
      }
      opened = true;
      return new PostgresLedger(new JdbcLedger(engine, false));
    } catch (SQLException e) {
      throw engine.explain(e);
    } finally {
      if (!opened) {
        engine.close();
      }
    }
  }

  /**
   * Opens a store for reading. Nothing is created or migrated: a database without our tables reads
   * as an empty ledger.
   *
   * @throws LedgerException where it cannot be read, or was written by a newer version
   */
  public static Ledger openReadOnly(String url, Optional<Supplier<String>> password) {
    PostgresAddress address = PostgresAddress.of(url, password);
    PostgresEngine engine = new PostgresEngine(address);
    boolean opened = false;
    try {
      if (new PostgresSchema(engine, address).inspect() == SqliteSchema.NONE) {
        return new MemoryLedger();
      }
      opened = true;
      return new PostgresLedger(new JdbcLedger(engine, true));
    } catch (SQLException e) {
      throw engine.explain(e);
    } finally {
      if (!opened) {
        engine.close();
      }
    }
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
