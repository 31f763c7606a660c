package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.store.DeliveryLock;
import io.followthrough.daemon.store.StoreMove;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The store carried from SQLite to PostgreSQL. */
public final class Migration {
  private Migration() {}

  /**
   * Carries the store over, while nobody delivers on it, and moves the file aside.
   *
   * @param url {@code postgresql://USER@HOST:PORT/DATABASE}, an empty database
   * @return how many rows each table has
   * @throws io.followthrough.ledger.LedgerException where that cannot be; nothing was changed then
   */
  public static Map<String, Long> migrate(
      Configuration configuration,
      String url,
      Optional<Supplier<String>> password,
      InstantSource clock) {
    Path file =
        configuration
            .store()
            .file()
            .orElseThrow(() -> new IllegalArgumentException("the store is in PostgreSQL already"));
    if (Files.notExists(file)) {
      throw new IllegalArgumentException(
          "there is no store at " + file + " to migrate; put the new `store.url` into the file");
    }
    Instant now = clock.instant();
    try (DeliveryLock lock = DeliveryLock.acquire(file, "migrate since " + now)) {
      assert lock != null;
      Houses.openReadOnly(configuration).close();
      Map<String, Long> rows = StoreMove.toPostgres(file, url, password, clock);
      StoreMove.retire(file, ".migrated-" + Backups.stamp(now));
      return rows;
    }
  }
}
