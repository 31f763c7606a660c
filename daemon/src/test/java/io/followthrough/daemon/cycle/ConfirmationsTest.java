package io.followthrough.daemon.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConfirmationsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  private final Ledger ledger = new MemoryLedger();
  private final Confirmations confirmations = new Confirmations(Set.of("rehearsal"), 50);

  private List<String> told() {
    return ledger
        .read(books -> books.journal().between(Instant.EPOCH, NOW.plus(Duration.ofDays(1))))
        .stream()
        .map(ConfirmationsTest::line)
        .toList();
  }

  private static String line(JournalEntry entry) {
    return entry.at() + " " + entry.actor() + " " + entry.kind() + ": " + entry.words();
  }

  @Test
  void whoConfirmedWhatAndWhenIsInTheJournalOnce() {
    Set<String> sources = Set.of("docs", "rehearsal");
    confirmations.confirm(ledger, "alice", sources, Set.of("backend"), List.of(), NOW);
    confirmations.confirm(
        ledger, "bob", sources, Set.of("backend"), List.of(), NOW.plusSeconds(60));

    assertEquals(
        List.of(
            NOW + " alice confirmed: source docs may be acted on",
            NOW + " alice confirmed: tracker backend may be written to"),
        told());
  }
}
