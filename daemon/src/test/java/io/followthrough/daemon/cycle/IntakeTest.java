package io.followthrough.daemon.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.item.Incident;
import io.followthrough.item.Origin;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.MemoryLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-11-10T10:00:00Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Intake intake = new Intake(ledger, "rules");

  /** A source that lists these, has these too, and reads nothing. */
  private record Lists(List<Entry> list, Set<String> hidden) implements DocumentSource {
    Lists(Entry... entries) {
      this(List.of(entries), Set.of());
    }

    @Override
    public boolean isGone(String path) {
      return !hidden.contains(path);
    }

    @Override
    public String name() {
      return "docs";
    }

    @Override
    public boolean isPrivate() {
      return true;
    }

    @Override
    public PostmortemDocument read(Entry entry) {
      throw new SourceException(entry.path() + " cannot be read", null);
    }

    @Override
    public void close() {}
  }

  private void known(String path) {
    Origin origin = new Origin("docs", path, Optional.empty(), Incident.unknown());
    DocumentRecord record =
        new DocumentRecord(
            origin,
            "1",
            NOW,
            NOW,
            Optional.of(NOW),
            false,
            "rules",
            Optional.empty(),
            Optional.empty());
    ledger.run(books -> books.documents().put(record));
  }

  private static DocumentSource.Entry entry(String path, String version) {
    return new DocumentSource.Entry(path, version);
  }

  private static List<String> gone(Intake.Listing listing) {
    return listing.gone().stream().map(record -> record.origin().path()).toList();
  }

  @Test
  void whatLiesBelowAFolderThatCannotBeListedIsNotGone() {
    known("2025/a.md");
    known("2026/a.md");
    known("2026-notes.md");

    Intake.Listing listing =
        intake.list(new Lists(entry("2026", "unreadable"), entry("b.md", "1")));

    assertEquals(List.of("2025/a.md", "2026-notes.md"), gone(listing).stream().sorted().toList());
    assertEquals(List.of(entry("2026", "unreadable"), entry("b.md", "1")), listing.changed());
  }

  @Test
  void whatAListDoesNotShowIsNotGoneWhileTheSourceHasIt() {
    known("a.md");
    known("b.md");

    Intake.Listing listing = intake.list(new Lists(List.of(entry("c.md", "1")), Set.of("a.md")));

    assertEquals(List.of("b.md"), gone(listing));
  }

  @Test
  void aDocumentThatOnlySomeMayReadIsCountedOnceUntilItChanges() {
    Lists source = new Lists(entry("a.md", "1 restricted"));
    assertEquals(List.of(), intake.withhold(source, entry("a.md", "1 restricted"), NOW));

    assertEquals(List.of(), intake.list(source).changed());
    Lists changed = new Lists(entry("a.md", "1"));
    assertEquals(List.of(entry("a.md", "1")), intake.list(changed).changed());
    DocumentRecord record = ledger.read(books -> books.documents().all()).get(0);
    assertFalse(record.origin().path().contains("a.md"), record.origin().path());
    assertEquals(Incident.unknown(), record.origin().incident());
    assertEquals(Optional.empty(), record.readyAt());
  }
}
