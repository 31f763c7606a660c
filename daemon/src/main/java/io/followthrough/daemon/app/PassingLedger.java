package io.followthrough.daemon.app;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A ledger in a folder that is deleted when it is closed. */
final class PassingLedger implements Ledger {
  private final Ledger ledger;
  private final Path folder;

  PassingLedger(Ledger ledger, Path folder) {
    this.ledger = ledger;
    this.folder = folder;
  }

  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    return ledger.write(work);
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    return ledger.read(work);
  }

  @Override
  public void close() {
    ledger.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
