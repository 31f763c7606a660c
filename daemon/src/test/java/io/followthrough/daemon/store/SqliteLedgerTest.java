package io.followthrough.daemon.store;

import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest extends LedgerContractTest {
  @TempDir private Path folder;

  @Override
  protected Ledger open() {
    return SqliteLedger.open(store());
  }

  @Override
  protected Ledger reopen(Ledger closed) {
    return SqliteLedger.open(store());
  }

  /** A name that means something in an address, for good measure. */
  private Path store() {
    return folder.resolve("a b?mode=ro#%41é.db");
  }
}
