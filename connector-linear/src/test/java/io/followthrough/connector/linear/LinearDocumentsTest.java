package io.followthrough.connector.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.DocumentSourceContractTest;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceHarness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Documents of a Linear team as postmortems. */
final class LinearDocumentsTest {
  @Nested
  final class AsEverySource extends DocumentSourceContractTest {
    @Override
    protected SourceHarness start() {
      return new LinearSourceHarness();
    }
  }

  @Test
  void aListingAfterTheFirstAsksForWhatChangedAndOnceADayForEverything() {
    try (LinearSourceHarness place = new LinearSourceHarness();
        DocumentSource source = place.open(Optional.empty())) {
      for (int i = 0; i < 120; i++) {
        place.write("Outage " + i, "Words");
      }
      place.pass(Duration.ofMinutes(10));
      place.write("The last of all", "Words");
      assertEquals(121, source.list().size());
      assertEquals(List.of("Workspace", "Documents", "Documents"), place.stub.operations());
      place.pass(Duration.ofMinutes(10));
      place.stub.forgetJournal();

      assertEquals(121, source.list().size());

      assertEquals(List.of("Documents"), place.stub.operations());
      assertTrue(place.stub.journal().get(0).variables().path("filter").has("updatedAt"));
      place.pass(Duration.ofDays(1));
      place.stub.forgetJournal();
      assertEquals(121, source.list().size());
      assertEquals(2, place.stub.operations().size(), "all pages, once a day");
    }
  }

  @Test
  void aDocumentHasItsTitleAfterItsFrontMatterItsAddressAndItsTimes() {
    try (LinearSourceHarness place = new LinearSourceHarness();
        DocumentSource source = place.open(Optional.empty())) {
      place.write(
          "Checkout outage", "---\nstatus: final\n---\n## Action items\n\n- [ ] Add an alert");
      Entry entry = source.list().get(0);

      PostmortemDocument document = source.read(entry);

      assertTrue(entry.path().endsWith(".md"), entry.path());
      assertTrue(
          document.text().startsWith("---\nstatus: final\n---\n# Checkout outage\n\n## Action"),
          document.text());
      assertTrue(document.link().orElseThrow().startsWith("https://linear.app/acme/document/"));
      assertTrue(document.createdAt().isPresent());
    }
  }

  @Test
  void aDocumentOfAPrivateTeamIsRestrictedAndOneOfAProjectIsAsOpenAsItsTeams() {
    try (LinearSourceHarness place = new LinearSourceHarness();
        DocumentSource source = place.open(Optional.empty())) {
      place.write("Ours", "Words");
      place.write("Project's", "Words");
      place.stub.addProject("Reliability");
      place.stub.putInProject("Project's", "Reliability");
      assertEquals(List.of(false, false), restricted(source));

      place.stub.configure("SRE", team -> team.put("visibility", "private"));

      assertEquals(List.of(true, true), restricted(source));
    }
  }

  private static List<Boolean> restricted(DocumentSource source) {
    return source.list().stream().map(entry -> source.read(entry).restricted()).toList();
  }
}
