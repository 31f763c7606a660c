package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The whole program over real postmortems, where they are at hand. */
@Corpus.Present
final class CorpusSyncTest {
  private static final String ALL_OFF =
      """
      gate:
        max-items: 1000
        rules: { owner-missing: off, owner-is-team: off, owner-unknown: off, due-missing: off, due-past: off, due-far: off,
                 vague: off, observation: off, duplicate: off, systemic: off, no-criterion: off, no-target: off, only-documentation: off }
      limits: { max-creates-per-cycle: 1000 }
      """;

  @TempDir Path folder;

  @Test
  void everyOpenItemBecomesOneTicketWhenNoRuleHoldsIt() throws IOException {
    try (Workplace place = Workplace.now(folder)) {
      int documents = Corpus.copyTo(folder.resolve("postmortems"));
      place.configure(ALL_OFF);
      assertEquals(0, place.run("confirm", "--yes").exitCode());

      Program.Result sync = place.run("sync");

      assertEquals(0, sync.exitCode(), sync::err);
      assertTrue(sync.out().startsWith(documents + " documents read"), sync::out);
      List<JsonNode> items = status(place);
      long open =
          items.stream().filter(item -> !item.get("state").asText().equals("done")).count();
      List<GitHubStub.Seen> tickets = place.github().issues(Workplace.REPOSITORY);
      assertEquals(open, tickets.size());
      assertEquals(tickets.size(), Set.copyOf(marks(tickets)).size());
      System.out.println(
          documents + " documents: " + items.size() + " items, " + tickets.size() + " tickets");

      place.github().forgetJournal();
      Program.Result again = place.run("sync");
      assertEquals(0, again.exitCode(), again::err);
      assertEquals(List.of(), place.github().writes());
      assertEquals(List.of(), place.github().violations());
    }
  }

  @Test
  void theDefaultsHoldWhatIsNoPromiseAndSayHowToMendIt() throws IOException {
    try (Workplace place = Workplace.now(folder)) {
      Corpus.copyTo(folder.resolve("postmortems"));
      place.configure("limits: { max-creates-per-cycle: 1000 }\n");
      assertEquals(0, place.run("confirm", "--yes").exitCode());

      Program.Result sync = place.run("sync");

      assertEquals(0, sync.exitCode(), sync::err);
      Map<String, Integer> byRule = new TreeMap<>();
      int held = 0;
      for (JsonNode item : status(place)) {
        boolean isHeld = !item.get("held").isEmpty();
        assertEquals(isHeld, item.get("state").asText().equals("proposed"), item::toString);
        held += isHeld ? 1 : 0;
        for (JsonNode finding : item.get("held")) {
          byRule.merge(finding.get("rule").asText(), 1, Integer::sum);
          assertTrue(finding.get("message").asText().length() > 20, finding::toString);
        }
      }
      System.out.println("held with the defaults: " + held + " items, by rule " + byRule);
      assertTrue(held > 0);
      place.github().forgetJournal();
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(List.of(), place.github().writes());
    }
  }

  private static List<JsonNode> status(Workplace place) throws IOException {
    JsonNode root = new ObjectMapper().readTree(place.run("status", "--format", "json").out());
    List<JsonNode> items = new ArrayList<>();
    root.get("items").forEach(items::add);
    return items;
  }

  private static List<String> marks(List<GitHubStub.Seen> tickets) {
    return tickets.stream().map(ticket -> ticket.body().lines().findFirst().orElse("")).toList();
  }
}
