package io.followthrough.daemon.simulation;

import io.followthrough.daemon.store.SqliteLedger;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The books of one history, in memory or in a file that is opened anew at each start. */
final class Store {
  private final Optional<Path> file;
  private Ledger ledger;

  Store(Optional<Path> file) {
    this.file = file;
    this.ledger = open(file);
  }

  private static Ledger open(Optional<Path> file) {
    return file.<Ledger>map(SqliteLedger::open).orElseGet(MemoryLedger::new);
  }

  Ledger ledger() {
    return ledger;
  }

  void reopen() {
    if (file.isPresent()) {
      ledger.close();
      ledger = open(file);
    }
  }

  /** What is wrong with the file. */
  List<String> damage() {
    return ledger instanceof SqliteLedger sqlite ? sqlite.damage() : List.of();
  }

  void close() {
    ledger.close();
  }
}
