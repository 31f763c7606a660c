package io.followthrough.daemon.store;

import static io.followthrough.ledger.LedgerSamples.NOW;
import static io.followthrough.ledger.LedgerSamples.comment;
import static io.followthrough.ledger.LedgerSamples.creation;
import static io.followthrough.ledger.LedgerSamples.followUp;
import static io.followthrough.ledger.LedgerSamples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Claim;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a large store takes; printed, and bound only against a scan of everything. */
final class SqliteSpeedTest {
  private static final int ITEMS = Boolean.getBoolean("followthrough.proof") ? 100_000 : 2_000;
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void whatIsAskedOftenIsFoundByAnIndex() {
    Path store = folder.resolve("followthrough.db");
    try (Ledger ledger = timed("create the store", () -> SqliteLedger.open(store))) {
      timed(
          "fill it with " + ITEMS + " items, settled entries, states",
          () -> ledger.<Boolean>write(books -> fill(books, ITEMS)));
      timed("1,000 transactions of an item and an entry", () -> thousand(ledger));
      List<OutboxEntry> work =
          timed(
              "workable, 50 of 1,000",
              () -> ledger.read(books -> books.outbox().workable("chat", NOW, 50)));
      assertEquals(50, work.size());
      timed("claim 50", () -> claim(ledger, work));
      timed(
          "workable with nothing to do",
          () -> ledger.read(books -> books.outbox().workable("backend", NOW, 50)));
      timed("earliest entry", () -> ledger.read(books -> books.outbox().earliest()));
      timed("destinations", () -> ledger.read(books -> books.outbox().destinations()));
      timed("unfiled", () -> ledger.read(books -> books.items().unfiled()));
      timed("50 follow-ups due", () -> ledger.read(books -> books.followUps().due(NOW, "p", 50)));
      timed(
          "50 of another policy",
          () -> ledger.read(books -> books.followUps().due(NOW.minusSeconds(1), "q", 50)));
    }
    timed("open it again", () -> SqliteLedger.open(store)).close();
    timed("open it for reading", () -> SqliteLedger.openReadOnly(store)).close();
  }

  private static boolean fill(Books books, int items) {
    for (int i = 0; i < items; i++) {
      books.items().put(item(i));
      books.outbox().add(creation(i, "backend"));
      OutboxEntry entry = books.outbox().find(creation(i, "backend").key()).orElseThrow();
      books.outbox().replace(entry, entry.done(NOW));
      books.followUps().put(followUp(i, NOW.plusSeconds(i), "p"));
    }
    return true;
  }

  private static boolean thousand(Ledger ledger) {
    for (int i = 0; i < 1000; i++) {
      int number = i;
      ledger.run(
          books -> {
            books.items().put(item(number));
            books.outbox().add(comment(number, "chat", NOW));
          });
    }
    return true;
  }

  private static boolean claim(Ledger ledger, List<OutboxEntry> work) {
    return ledger.<Boolean>write(
        books ->
            work.stream()
                .allMatch(
                    entry ->
                        books.outbox().replace(entry, entry.claimed(new Claim("n", 1, NOW), NOW))));
  }

  private static <T> T timed(String what, Supplier<T> work) {
    return assertTimeout(
        AT_MOST.multipliedBy(ITEMS / 2_000),
        () -> {
          long start = System.nanoTime();
          T result = work.get();
          System.out.printf(Locale.ROOT, "%9.1f ms  %s%n", (System.nanoTime() - start) / 1e6, what);
          return result;
        });
  }
}
