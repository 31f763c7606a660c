package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.connector.github.StubFault;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item keeps its ticket whatever happens to its document. */
final class DocumentChangesTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";

  @TempDir private Path folder = Path.of("");

  private Installation start() throws IOException {
    Installation place = Installation.now(folder);
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, DRILL));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(2, place.tickets());
    place.github().forgetJournal();
    return place;
  }

  @Test
  void reorderedItemsWriteNothing() throws IOException {
    try (Installation place = start()) {
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", DRILL, KEYS));

      assertEquals(0, place.run("sync").exitCode());

      assertEquals(List.of(), place.github().writes());
    }
  }

  @Test
  void aRewordedItemEditsItsTicketAndMakesNone() throws IOException {
    try (Installation place = start()) {
      String reworded = "Rotate the signing keys of the gateway each month";
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", reworded, DRILL));

      Program.Result sync = place.run("sync");

      assertEquals(0, sync.exitCode(), sync::err);
      assertEquals(2, place.tickets());
      assertEquals(1, place.titled(reworded).size());
      assertEquals(1, place.github().writes().size());
    }
  }

  @Test
  void whatPeopleWroteIntoTheTicketStays() throws IOException {
    try (Installation place = start()) {
      GitHubStub.Seen ticket = place.titled(KEYS).get(0);
      place.github().retitle(Installation.REPOSITORY, ticket.number(), "Keys: rotate them");
      place.github().assign(Installation.REPOSITORY, ticket.number(), "bob-s");
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS + " in two steps", DRILL));

      assertEquals(0, place.run("sync").exitCode());

      GitHubStub.Seen after = place.github().issue(Installation.REPOSITORY, ticket.number());
      assertEquals("Keys: rotate them", after.title());
      assertEquals(List.of("bob-s"), after.assignees());
      assertTrue(after.body().contains("in two steps"), after::body);
    }
  }

  @Test
  void aRenamedFileKeepsItsTickets() throws IOException {
    try (Installation place = start()) {
      place.delete("a.md");
      place.write("2026/renamed.md", Postmortems.of("INC-1", "2026-11-02", KEYS, DRILL));

      assertEquals(0, place.run("sync").exitCode());
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(2, place.tickets());
    }
  }

  @Test
  void theSameIncidentInTwoDocumentsIsOnePostmortem() throws IOException {
    try (Installation place = start()) {
      place.write("copy.md", Postmortems.of("INC-1", "2026-11-02", DRILL, KEYS));

      assertEquals(0, place.run("sync").exitCode());

      assertEquals(2, place.tickets());
      assertEquals(List.of(), place.github().writes());
    }
  }

  @Test
  void anItemThatIsRemovedAndRestoredIsTheSameItem() throws IOException {
    try (Installation place = start()) {
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", DRILL));
      assertEquals(0, place.run("sync").exitCode());
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", DRILL, KEYS));
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(2, place.tickets());
    }
  }

  @Test
  void anItemThatIsRemovedWithARenamingAndRestoredIsTheSameItem() throws IOException {
    try (Installation place = start()) {
      place.delete("a.md");
      place.write("b.md", Postmortems.of("INC-1", "2026-11-02", DRILL));
      assertEquals(0, place.run("sync").exitCode());
      place.write("b.md", Postmortems.of("INC-1", "2026-11-02", DRILL, KEYS));
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(2, place.tickets());
    }
  }

  @Test
  void aCopyTakesOverWhenItsOriginalIsGone() throws IOException {
    try (Installation place = start()) {
      place.write("copy.md", Postmortems.of("INC-1", "2026-11-02", KEYS + " monthly", DRILL));
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(2, place.tickets());
      place.delete("a.md");
      assertEquals(0, place.run("sync").exitCode());
      place.write("copy.md", Postmortems.of("INC-1", "2026-11-02", DRILL, KEYS + " each month"));
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(2, place.tickets());
      assertEquals(1, place.titled(KEYS + " each month").size());
    }
  }

  @Test
  void aDocumentThatIsRenamedBeforeItsTicketsAreMadeIsNoDuplicateOfItself() throws IOException {
    try (Installation place = start()) {
      place.write("b.md", Postmortems.of("INC-2", "2026-11-03", "Raise the pool size to 40"));
      place.github().injectOnWrites(StubFault.FORBIDDEN, 1);
      assertEquals(1, place.run("sync").exitCode());
      place.delete("b.md");
      place.write("c.md", Postmortems.of("INC-2", "2026-11-03", "Raise the pool size to 40"));
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(3, place.tickets());
    }
  }

  @Test
  void aLinkedTicketIsAdoptedAndNeverEdited() throws IOException {
    try (Installation place = start()) {
      int theirs = place.github().open(Installation.REPOSITORY, "bob-s", "Pool size", "By hand.");
      place.github().forgetJournal();
      place.write(
          "b.md",
          Postmortems.of(
              "INC-2", "2026-11-03", "Raise the pool size to 40 (acme/backend#" + theirs + ")"));

      assertEquals(0, place.run("sync").exitCode());

      assertEquals(3, place.tickets());
      assertEquals(List.of(), place.github().writes());
      assertTrue(place.run("status").out().contains("acme/backend#" + theirs));
    }
  }
}
