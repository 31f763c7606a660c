package io.followthrough.daemon.app;

import static java.util.Objects.requireNonNull;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.store.DeliveryLock;
import io.followthrough.daemon.store.InstallationName;
import io.followthrough.daemon.store.SqliteLedger;
import io.followthrough.daemon.store.StoreCopy;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import io.followthrough.sync.Recovery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Copies of the store: made while the daemon runs, and put back. */
public final class Backups {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Backups() {}

  /** An instant as it stands in names of files. */
  static String stamp(Instant at) {
    return STAMP.format(at);
  }

  /**
   * What a copy holds.
   *
   * @param file where it is
   * @param items how many items it knows
   * @param latest when something was last written down in it; empty where nothing was
   */
  public record Copy(Path file, long items, Optional<Instant> latest) {
    public Copy {
      requireNonNull(file, "file is null");
      requireNonNull(latest, "latest is null");
    }
  }

  /**
   * What was put back.
   *
   * @param copy what the store holds now
   * @param replaced where the store is that was there before; empty where there was none
   */
  public record Restored(Copy copy, Optional<Path> replaced) {
    public Restored {
      requireNonNull(copy, "copy is null");
      requireNonNull(replaced, "replaced is null");
    }
  }

  /**
   * Copies the store, whoever else works with it.
   *
   * @param target a file that is not there yet, or a folder, in which it gets a name with the time
   * @throws LedgerException where the store cannot be read or the copy not be written
   */
  public static Copy backup(Configuration configuration, Path target, Instant now) {
    Path store = storeFile(configuration);
    Path file =
        Files.isDirectory(target)
            ? target.resolve(configuration.installation() + "-" + STAMP.format(now) + ".db")
            : target;
    if (Files.exists(store)) {
      Houses.openReadOnly(configuration).close();
    }
    StoreCopy.write(store, file);
    return look(file);
  }

  /**
   * Puts a copy in the place of the store, which nobody may deliver on. What the copy believes of
   * the trackers is looked up before anything is sent.
   *
   * @param force also where the store in place holds what the copy does not, or cannot be read
   * @throws LedgerException where somebody delivers, the store in place is newer, or the copy is
   *     damaged, of another installation, or newer than this program
   */
  public static Restored restore(
      Configuration configuration, Path copy, boolean force, Instant now) {
    Path store = storeFile(configuration);
    Set<String> former = Set.copyOf(configuration.former());
    try (DeliveryLock lock = DeliveryLock.acquire(store, "restore since " + now)) {
      assert lock != null;
      Copy found = look(copy);
      if (!force && Files.exists(store)) {
        refuseNewer(store, found);
      }
      Optional<Path> replaced =
          StoreCopy.restore(
              copy,
              store,
              ".replaced-" + STAMP.format(now),
              ledger -> {
                InstallationName.bind(ledger, configuration.installation(), former);
                ledger.run(books -> Recovery.distrust(books, now));
              });
      return new Restored(found, replaced);
    }
  }

  private static Path storeFile(Configuration configuration) {
    return configuration
        .store()
        .file()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the store is in PostgreSQL: `pg_dump` makes a copy while daemons run,"
                        + " `pg_restore` puts it back; then run `followthrough recover`"));
  }

  private static void refuseNewer(Path store, Copy copy) {
    Copy inPlace;
    try {
      inPlace = look(store);
    } catch (LedgerException e) {
      if (e.kind() == Kind.DAMAGED) {
        return;
      }
      throw e;
    }
    Comparator<Optional<Instant>> order = Comparator.comparing(it -> it.orElse(Instant.MIN));
    if (order.compare(inPlace.latest(), copy.latest()) > 0) {
      throw new LedgerException(
          Kind.NEWER,
          "the store "
              + store
              + " is newer than "
              + copy.file()
              + ": it goes to "
              + inPlace.latest().orElse(Instant.MIN)
              + ", the copy to "
              + copy.latest().map(Instant::toString).orElse("its beginning")
              + ". Nothing was changed. `--force` moves the newer one aside",
          null);
    }
  }

  private static Copy look(Path file) {
    if (Files.notExists(file)) {
      throw new IllegalArgumentException(file + " is not there");
    }
    try (Ledger ledger = SqliteLedger.openReadOnly(file)) {
      return ledger.read(books -> new Copy(file, books.items().count(), latest(books)));
    }
  }

  private static Optional<Instant> latest(Books books) {
    return books.journal().last().map(JournalEntry::at);
  }
}
