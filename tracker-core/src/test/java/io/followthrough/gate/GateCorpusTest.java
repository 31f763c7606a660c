package io.followthrough.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.GoldCorpus;
import io.followthrough.item.Finding;
import io.followthrough.item.People;
import io.followthrough.item.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the gate would hold of the labelled items of real postmortems, see {@link GoldCorpus}: for
 * people to read. The labels do not say what is vague, so nothing is scored.
 */
final class GateCorpusTest {
  private final List<Verdict.Item> judged = new ArrayList<>();
  private int done;

  @TestFactory
  Stream<DynamicTest> theGateSaysWhatItHoldsOfRealPostmortems() throws IOException {
    Optional<GoldCorpus> corpus = GoldCorpus.find();
    if (corpus.isEmpty()) {
      return GoldCorpus.absent("gate corpus");
    }
    for (Path gold : corpus.get().golds()) {
      judge(new ObjectMapper().readTree(gold.toFile()).get("items"));
    }
    report();
    return Stream.of(dynamicTest("every hold says how to mend it", this::everyHoldSaysHow));
  }

  private void judge(JsonNode items) {
    List<GateCase.Item> open =
        StreamSupport.stream(items.spliterator(), false)
            .filter(item -> !item.path("ambiguous").asBoolean())
            .map(GateCorpusTest::promise)
            .map(GateCorpusTest::item)
            .toList();
    Verdict verdict =
        new Gate(GateRules.DEFAULTS).judge(new GateCase(open, List.of(), Promises.TODAY));
    verdict.items().stream().filter(item -> !item.promise().done()).forEach(judged::add);
    done += (int) open.stream().filter(item -> item.promise().done()).count();
  }

  private static GateCase.Item item(Promise promise) {
    return new GateCase.Item(
        promise,
        promise.owner().map(People.nobody()::find),
        false,
        Optional.empty(),
        false,
        Promises.TODAY);
  }

  private static Promise promise(JsonNode gold) {
    String text = gold.get("title").asText();
    for (JsonNode other : gold.path("alt_titles")) {
      text = other.asText().length() > text.length() ? other.asText() : text;
    }
    return new Promise(
        gold.get("title").asText(),
        text,
        gold.path("line").asInt(),
        "gold",
        word(gold, "owner"),
        Optional.empty(),
        word(gold, "due"),
        gold.path("done").asBoolean(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Optional<String> word(JsonNode gold, String field) {
    return gold.hasNonNull(field) ? Optional.of(gold.get(field).asText()) : Optional.empty();
  }

  private void report() {
    Map<String, Integer> rules = new TreeMap<>();
    Map<String, List<String>> worded = new TreeMap<>();
    for (Verdict.Item item : judged) {
      for (Finding finding : item.findings()) {
        rules.merge(finding.rule() + (finding.holds() ? " holds" : " warns"), 1, Integer::sum);
        if (List.of("vague", "observation", "duplicate", "systemic").contains(finding.rule())) {
          worded
              .computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
              .add(Quote.of(item.promise().title()));
        }
      }
    }
    System.out.printf(
        "gate over the corpus: %d open items and %d that are done; no directory%n",
        judged.size(), done);
    rules.forEach((rule, count) -> System.out.printf("  %-26s %4d%n", rule, count));
    worded.forEach(
        (rule, titles) ->
            System.out.printf("  %s:%n    %s%n", rule, String.join("\n    ", titles)));
  }

  private void everyHoldSaysHow() {
    assertFalse(judged.isEmpty());
    for (Verdict.Item item : judged) {
      assertTrue(item.findings().stream().allMatch(f -> f.message().endsWith(".")));
    }
  }
}
