package io.followthrough.daemon.store;

import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerContractTest;
import java.time.Instant;
import java.util.Optional;

final class PostgresLedgerTest extends LedgerContractTest {
  private final EmbeddedDatabase database = EmbeddedDatabase.migrated();

  @Override
  protected Ledger open() {
    return PostgresLedger.open(database.url(), Optional.empty(), Instant::now);
  }

  @Override
  protected Ledger reopen(Ledger closed) {
    return open();
  }
}
