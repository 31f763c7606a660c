package io.followthrough.daemon.store;

import io.followthrough.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The place of a ledger, whatever kind of database it is. Nothing is opened before it is asked. */
public sealed interface Store permits Store.Sqlite, Store.Postgres {
  /**
   * Opens the ledger for reading and writing; creates it, and brings its tables up to date.
   *
   * @throws io.followthrough.ledger.LedgerException where that cannot be
   */
  Ledger open();

  /**
   * Opens the ledger for reading; one that is not there yet is empty.
   *
   * @throws io.followthrough.ledger.LedgerException where it cannot be read, or is newer
   */
  Ledger openReadOnly();

  /**
   * Copies the ledger as it is at one instant to a new SQLite file, also while others write.
   *
   * @return false where there is no ledger yet
   */
  boolean copy(Path target);

  /** The file of a store that is one process's own; empty where several processes may share it. */
  Optional<Path> file();

  /** Where several processes find a common timetable; empty where each has its own. */
  Optional<SharedTimetable> timetable();

  /** A store in an SQLite file. */
  static Store sqlite(Path file) {
    return new Sqlite(file);
  }

  /**
   * A store in a PostgreSQL database.
   *
   * @param url {@code postgresql://USER@HOST:PORT/DATABASE}
   * @param password read anew for each connection
   * @param clock of this machine, which has to go like that of the database
   */
  static Store postgres(String url, Optional<Supplier<String>> password, InstantSource clock) {
    return new Postgres(url, password, clock);
  }

  /** See {@link #sqlite}. */
  record Sqlite(Path path) implements Store {
    @Override
    public Ledger open() {
      return SqliteLedger.open(path);
    }

    @Override
    public Ledger openReadOnly() {
      return SqliteLedger.openReadOnly(path);
    }

    @Override
    public boolean copy(Path target) {
      if (Files.notExists(path)) {
        return false;
      }
      SqliteLedger.copy(path, target);
      return true;
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(path);
    }

    @Override
    public Optional<SharedTimetable> timetable() {
      return Optional.empty();
    }
  }

  /** See {@link #postgres}. */
  record Postgres(String url, Optional<Supplier<String>> password, InstantSource clock)
      implements Store {
    @Override
    public Ledger open() {
      return PostgresLedger.open(url, password, clock);
    }

    @Override
    public Ledger openReadOnly() {
      return PostgresLedger.openReadOnly(url, password);
    }

    @Override
    public boolean copy(Path target) {
      return StoreMove.toSqlite(PostgresAddress.of(url, password), target);
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public Optional<SharedTimetable> timetable() {
      PostgresAddress address = PostgresAddress.of(url, password);
      return Optional.of(new SharedTimetable(address.url(), address.user().orElse(""), password));
    }
  }
}
