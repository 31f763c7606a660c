package io.followthrough.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a long {@code sync} says while it delivers. */
final class SyncProgressTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration TEN = Duration.ofSeconds(10);

  @Test
  void itSaysWhatIsLeftAndHowLongThatTakesAtThePaceSoFar() {
    assertEquals(
        List.of("backend: 90 deliveries to go, about 90 s"),
        SyncProgress.lines(Map.of("backend", left(90)), Map.of("backend", 100L), TEN));
    assertEquals(
        List.of("backend: 400 deliveries to go, about 13 min"),
        SyncProgress.lines(Map.of("backend", left(400)), Map.of("backend", 405L), TEN));
    assertEquals(
        List.of("backend: 1 delivery to go"),
        SyncProgress.lines(Map.of("backend", left(1)), Map.of(), TEN),
        "the first look knows no pace");
  }

  @Test
  void whoAskedToBeLeftAloneIsNamedWithTheInstant() {
    assertEquals(
        List.of("backend: 420 deliveries to go; it asked to be left alone until " + NOW),
        SyncProgress.lines(
            Map.of("backend", new SyncProgress.Left(420, Optional.of(NOW))), Map.of(), TEN));
  }

  @Test
  void aLineComesOfTheOutboxWhileThereIsWork() throws InterruptedException {
    Ledger ledger = new MemoryLedger();
    ItemId item = ItemId.of("acme-sre", "docs/checkout.md", "Add an alert", 0);
    Marker mark = new Marker("acme-sre", "1", "d", "t");
    Effect effect = new Effect.PostComment("nudge", new CommentDraft(mark, "k", Prose.empty()));
    ledger.run(books -> books.outbox().add(OutboxEntry.pending("k", "backend", item, effect, NOW)));
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (SyncProgress progress =
        new SyncProgress(ledger, () -> NOW, Duration.ofMillis(5), lines::add)) {
      assertNotNull(progress);
      assertEquals("backend: 1 delivery to go", lines.poll(10, TimeUnit.SECONDS));
    }
  }

  private static SyncProgress.Left left(long entries) {
    return new SyncProgress.Left(entries, Optional.empty());
  }
}
