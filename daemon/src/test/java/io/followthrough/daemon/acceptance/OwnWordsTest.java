package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headings and columns of one's own, from the configuration to the tickets. */
final class OwnWordsTest {
  private static final String DOCUMENT =
      """
      ---
      id: INC-42
      title: Outage
      date: 2026-11-02
      services: [checkout]
      owner: Carol Diaz
      ---
      ## Was wir jetzt anpacken

      - [ ] Drill the restore of the orders database. Owner: Alice Martin, due 2027-01-15

      ## Action items

      | Task | Kümmerer | Zieltermin |
      | --- | --- | --- |
      | Rotate the signing keys of the gateway | Bob Stone | 2027-01-20 |
      """;

  @Test
  void wordsOfTheConfigurationAreReadAsOurOwn(@TempDir Path folder) throws IOException {
    try (Installation place = new Installation(folder, new Hands("2026-11-10T10:00:00Z"))) {
      place.write("checkout.md", DOCUMENT);
      assertEquals(0, place.run("confirm", "--yes").exitCode());
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(0, place.tickets(), "nobody owns the one, and nothing announces the other");

      place.configure(
          """
          extract:
            headings: { action-items: [Was wir jetzt anpacken] }
            columns: { owner: [Kümmerer], due: [Zieltermin] }
          """);
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(1, place.titled("Drill the restore of the orders database").size());
      var keys = place.titled("Rotate the signing keys of the gateway");
      assertEquals(1, keys.size());
      assertEquals(List.of("bob-s"), keys.get(0).assignees());
      assertTrue(keys.get(0).body().contains("2027-01-20"), keys.get(0)::body);
    }
  }
}
