package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.DocumentFormat;
import io.followthrough.document.GoldCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The extraction on real postmortems, see {@link GoldCorpus}. */
final class ExtractionCorpusTest {
  @TestFactory
  Stream<DynamicTest> theExtractionAgreesWithTheGoldLabels() throws IOException {
    Optional<GoldCorpus> corpus = GoldCorpus.find();
    if (corpus.isEmpty()) {
      return GoldCorpus.absent("extraction corpus");
    }
    Map<String, CorpusScore> repositories = new TreeMap<>();
    CorpusScore all = new CorpusScore();
    read(corpus.get(), all, repositories);
    repositories.forEach((name, score) -> System.out.printf("%-48s %s%n", name, score));
    System.out.printf("%-48s %s%n", "all", all);
    return Stream.of(
        dynamicTest("floors", () -> floors(all)),
        dynamicTest(
            "no document without items has one", () -> assertEquals(0, all.spuriousOnNegatives)));
  }

  private static void floors(CorpusScore score) {
    assertAll(
        () -> floor("F1", 0.95, score.f1()),
        () -> floor("precision", 0.93, score.precision()),
        () -> floor("recall", 0.93, score.recall()),
        () -> floor("exact", 0.85, CorpusScore.ratio(score.exact, score.documents)),
        () -> floor("owner", 0.95, CorpusScore.ratio(score.ownersRight, score.owners)),
        () -> floor("due", 0.95, CorpusScore.ratio(score.duesRight, score.dues)),
        () -> floor("ticket", 0.97, CorpusScore.ratio(score.ticketsRight, score.tickets)),
        () -> floor("done", 0.97, CorpusScore.ratio(score.donesRight, score.dones)));
  }

  private static void floor(String what, double least, double reached) {
    assertTrue(reached >= least, () -> what + " is " + reached + ", not " + least);
  }

  private static void read(
      GoldCorpus corpus, CorpusScore all, Map<String, CorpusScore> repositories)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path documents = corpus.documents();
    for (Path gold : corpus.golds()) {
      Path file = GoldCorpus.documentOf(gold);
      String path = documents.relativize(file).toString();
      Extracted extracted =
          Extraction.of(
              DocumentFormat.of(path).parse(Files.readString(file, UTF_8)),
              ExtractRules.defaults(),
              new ExtractContext(path, Optional.empty()));
      JsonNode items = json.readTree(gold.toFile()).get("items");
      all.add(items, extracted.candidates());
      String repository = documents.relativize(file).getName(0).toString();
      repositories
          .computeIfAbsent(repository, key -> new CorpusScore())
          .add(items, extracted.candidates());
    }
  }
}
