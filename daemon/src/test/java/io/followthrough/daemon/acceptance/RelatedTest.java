package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import io.followthrough.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Earlier postmortems are found by what they have in common, and their items asked about. */
final class RelatedTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  RelatedTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void twoPostmortemsOfWhichOneIsOfAnotherService() throws IOException {
    place.configure(
        """
        services:
          - { name: checkout, aliases: [basket] }
          - { name: search }
        """);
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.write(
        "b.md", Postmortems.of("INC-2", "2026-11-03", DRILL).replace("[checkout]", "[search]"));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(2, place.tickets());
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void aServiceHasItsEarlierPostmortemsWithTheirOpenItems() {
    Program.Result related = place.run("related", "--service", "basket");

    assertEquals(0, related.exitCode(), related::err);
    assertTrue(related.out().contains("INC-1"), related::out);
    assertTrue(related.out().contains("1 of 1 items open"), related::out);
    assertTrue(related.out().contains(KEYS + ", Alice Martin, due 2027-01-15"), related::out);
    assertFalse(related.out().contains("INC-2"), related::out);
    JsonNode json =
        Json.parse(place.run("related", "--service", "search", "--format", "json").out())
            .orElseThrow();
    assertEquals("INC-2", json.path("postmortems").path(0).path("incident").asText());
    assertEquals(2, place.run("related").exitCode());
  }

  @Test
  void eachMatchingOpenItemIsAskedOnceForOneReason() {
    String[] ask = {"reassess", "--service", "basket", "--reason", "Checkout moves to Team B."};
    assertTrue(
        place
            .run("reassess", "--service", "basket", "--reason", "x", "--dry-run")
            .out()
            .contains("1 would be asked"));

    assertEquals(0, place.run(ask).exitCode());
    assertEquals(0, place.run("sync").exitCode());
    assertTrue(place.run(ask).out().contains("0 asked"));
    assertEquals(0, place.run("sync").exitCode());

    List<GitHubStub.Seen> issues = place.github().issues(Installation.REPOSITORY);
    List<String> asked = issues.stream().flatMap(issue -> issue.comments().stream()).toList();
    assertEquals(1, asked.size(), asked.toString());
    assertTrue(asked.get(0).contains("@alice-m, does this still stand?"), asked.toString());
    assertTrue(asked.get(0).contains("Checkout moves to Team B."), asked.toString());
    assertEquals(2, place.run("reassess", "--reason", "x").exitCode());
  }
}
