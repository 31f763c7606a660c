package io.followthrough.daemon.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.Test;

final class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-11-10T10:00:00Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Intake intake = new Intake(ledger, "rules");

  /** A source that lists these and reads nothing. */
  private record Lists(List<Entry> list) implements DocumentSource {
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
        intake.list(new Lists(List.of(entry("2026", "unreadable"), entry("b.md", "1"))));

    assertEquals(List.of("2025/a.md", "2026-notes.md"), gone(listing).stream().sorted().toList());
    assertEquals(List.of(entry("2026", "unreadable"), entry("b.md", "1")), listing.changed());
  }
}
