package io.followthrough.daemon.store;

import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.util.Optional;
import java.util.Set;

/** The name of the installation that a store belongs to. Every mark and item id is made of it. */
public final class InstallationName {
  private static final String KEY = "installation";

  private InstallationName() {}

  /**
   * Binds a store to an installation.
   *
   * @param name of the configuration
   * @param former names that this installation had
   * @throws LedgerException where the store belongs to another one
   */
  public static void bind(Ledger ledger, String name, Set<String> former) {
    ledger.run(
        books -> {
          require(books.settings().get(KEY).orElse(name), name, former);
          if (!books.settings().get(KEY).equals(Optional.of(name))) {
            books.settings().put(KEY, name);
          }
        });
  }

  /** As {@link #bind}, with nothing written. */
  public static void check(Ledger ledger, String name, Set<String> former) {
    require(ledger.read(books -> books.settings().get(KEY).orElse(name)), name, former);
  }

  private static void require(String bound, String name, Set<String> former) {
    if (bound.equals(name) || former.contains(bound)) {
      return;
    }
    throw new LedgerException(
        Kind.FOREIGN,
        "the store belongs to the installation "
            + bound
            + ", the configuration says "
            + name
            + ". If it was renamed, add `former: ["
            + bound
            + "]`; else name another store in `store.url`",
        null);
  }
}
