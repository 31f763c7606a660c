package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import io.followthrough.document.GoldCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The whole program over real postmortems, where they are at hand. */
final class CorpusSyncTest {
  private static final String ALL_OFF =
      """
      gate:
        max-items: 1000
        rules: { owner-missing: off, owner-is-team: off, owner-unknown: off, due-missing: off, due-past: off, due-far: off,
                 vague: off, observation: off, duplicate: off, systemic: off, no-criterion: off, no-target: off, only-documentation: off }
      limits: { max-creates-per-cycle: 1000 }
      """;

  @TempDir private Path open = Path.of("");
  @TempDir private Path strict = Path.of("");

  @TestFactory
  Stream<DynamicTest> realPostmortems() {
    return GoldCorpus.find()
        .map(
            corpus ->
                Stream.of(
                    dynamicTest(
                        "every open item becomes one ticket when no rule holds it",
                        () -> withoutRules(corpus)),
                    dynamicTest(
                        "the defaults hold what is no promise and say how to mend it",
                        () -> withDefaults(corpus))))
        .orElseGet(() -> GoldCorpus.absent("corpus sync"));
  }

  private void withoutRules(GoldCorpus corpus) throws IOException {
    try (Installation place = Installation.now(open)) {
      int documents = copy(corpus, open.resolve("postmortems"));
      place.configure(ALL_OFF);
      Program.Result plan = place.run("plan");
      assertEquals(0, plan.exitCode(), plan::err);
      assertEquals(4, place.run("sync").exitCode());
      assertEquals(List.of(), place.github().writes());
      assertEquals(0, place.run("confirm", "--yes").exitCode());

      Program.Result sync = place.run("sync");

      assertEquals(0, sync.exitCode(), sync::err);
      List<JsonNode> items = status(place);
      Map<String, Long> byState =
          items.stream()
              .collect(Collectors.groupingBy(i -> i.get("state").asText(), Collectors.counting()));
      List<GitHubStub.Seen> tickets = place.github().issues(Installation.REPOSITORY);
      assertEquals(Set.of("accepted", "done"), byState.keySet());
      assertEquals(byState.get("accepted"), tickets.size());
      assertEquals(tickets.size(), Set.copyOf(marks(tickets)).size());
      System.out.println(documents + " documents: " + byState + ", " + tickets.size() + " tickets");

      place.github().forgetJournal();
      Program.Result again = place.run("sync");
      assertEquals(0, again.exitCode(), again::err);
      assertEquals(List.of(), place.github().writes());
      assertEquals(List.of(), place.github().violations());
    }
  }

  private void withDefaults(GoldCorpus corpus) throws IOException {
    try (Installation place = Installation.now(strict)) {
      copy(corpus, strict.resolve("postmortems"));
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
      assertTrue(held > 0, sync::out);
      place.github().forgetJournal();
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(List.of(), place.github().writes());
    }
  }

  /** The documents without their labels. */
  private static int copy(GoldCorpus corpus, Path target) throws IOException {
    int documents = 0;
    for (Path gold : corpus.golds()) {
      Path document = GoldCorpus.documentOf(gold);
      Path copy = target.resolve(corpus.documents().relativize(document).toString());
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(document, copy);
      documents++;
    }
    return documents;
  }

  private static List<JsonNode> status(Installation place) throws IOException {
    JsonNode root = new ObjectMapper().readTree(place.run("status", "--format", "json").out());
    List<JsonNode> items = new ArrayList<>();
    root.get("items").forEach(items::add);
    return items;
  }

  private static List<String> marks(List<GitHubStub.Seen> tickets) {
    return tickets.stream().map(ticket -> ticket.body().lines().findFirst().orElse("")).toList();
  }
}
