package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A copy of an SQLite store as it was at one instant: made while others write to the store, and put
 * back in its place. A copy has its name only when it is whole and on the disk.
 */
public final class StoreCopy {
  private StoreCopy() {}

  /**
   * Copies a store, and reads every page of the copy before it gets its name.
   *
   * @param target a file that is not there yet, in a folder that is
   * @throws LedgerException where there is no store, it cannot be read, or the copy not be written
   * @throws IllegalArgumentException where the target is there already
   */
  public static void write(Path store, Path target) {
    if (Files.notExists(store)) {
      throw new LedgerException(
          Kind.UNREACHABLE,
          "there is no store at " + store + " yet; the first `sync` or `run` makes it",
          null);
    }
    if (Files.exists(target)) {
      throw new IllegalArgumentException(
          target + " is there already, and a backup overwrites nothing; name another file");
    }
    Path part = beside(target, ".part");
    try {
      prepare(store, part, copy -> {});
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw StoreFile.failure(target, e);
    } finally {
      discard(part);
    }
  }

  /**
   * Puts a copy in the place of a store. What was there is moved aside, never deleted.
   *
   * @param suffix of what is moved aside, such as {@code .replaced-20261102T093000Z}
   * @param adopt told the copy before it takes its place, its tables brought up to date; what it
   *     throws leaves everything as it was
   * @return where the store is that was there before; empty where there was none
   * @throws LedgerException where the copy is damaged, newer than this program, or no store at all
   */
  public static Optional<Path> restore(
      Path copy, Path store, String suffix, Consumer<SqliteLedger> adopt) {
    if (StoreFile.size(copy) == 0) {
      throw new IllegalArgumentException(copy + " is not there, or empty");
    }
    Path part = beside(store, ".restoring");
    try {
      prepare(copy, part, adopt);
      Optional<Path> replaced = moveAside(store, suffix);
      Files.move(part, store, StandardCopyOption.ATOMIC_MOVE);
      return replaced;
    } catch (IOException e) {
      throw StoreFile.failure(store, e);
    } finally {
      discard(part);
    }
  }

  /** Copies to a file that nobody else looks at, lets it be looked through, and syncs it. */
  private static void prepare(Path from, Path part, Consumer<SqliteLedger> adopt)
      throws IOException {
    discard(part);
    SqliteLedger.copy(from, part);
    try (SqliteLedger ledger = SqliteLedger.open(part)) {
      List<String> damage = ledger.damage();
      if (!damage.isEmpty()) {
        throw new LedgerException(
            Kind.DAMAGED, from + " is damaged (" + damage.get(0) + ") and was not copied", null);
      }
      adopt.accept(ledger);
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** The log goes with its file: beside another one it would be taken for that one's. */
  static Optional<Path> moveAside(Path store, String suffix) throws IOException {
    if (Files.notExists(store)) {
      return Optional.empty();
    }
    for (String log : List.of("-wal", "-shm")) {
      Path file = beside(store, log);
      if (Files.exists(file)) {
        Files.move(file, beside(store, suffix + log));
      }
    }
    Path aside = beside(store, suffix);
    Files.move(store, aside);
    return Optional.of(aside);
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static void discard(Path part) {
    try {
      for (String each : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(beside(part, each));
      }
    } catch (IOException e) {
      throw StoreFile.failure(part, e);
    }
  }
}
