package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.DocumentFormat;
import io.followthrough.document.GoldCorpus;
import io.followthrough.document.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What of the vocabulary each repository of the corpus hangs on: every key is left out in turn. A
 * key that serves a single repository is one to generalise; the report is for people to read.
 */
final class VocabularyWeightTest {
  private record Labelled(String repository, ParsedDocument document, JsonNode items) {}

  @TestFactory
  Stream<DynamicTest> noRepositoryHangsOnAKeyOfItsOwnAlone() throws IOException {
    Optional<GoldCorpus> corpus = GoldCorpus.find();
    if (corpus.isEmpty()) {
      return GoldCorpus.absent("vocabulary weight");
    }
    List<Labelled> documents = read(corpus.get());
    Map<String, CorpusScore> whole = scores(documents, ExtractRules.defaults());
    for (String key : new TreeSet<>(Vocabulary.keys())) {
      ExtractRules without = new ExtractRules(new Vocabulary(Map.of(), each -> !each.equals(key)));
      Map<String, CorpusScore> scores = scores(documents, without);
      StringBuilder losses = new StringBuilder();
      scores.forEach(
          (name, score) -> {
            CorpusScore full = whole.getOrDefault(name, score);
            int loss = full.right - score.right + score.spurious - full.spurious;
            losses.append(loss == 0 ? "" : " " + name + " " + loss);
          });
      if (losses.length() > 0) {
        System.out.printf("without %-22s wrong more:%s%n", key, losses);
      }
    }
    return Stream.of(dynamicTest("every repository was read", () -> assertTrue(whole.size() > 1)));
  }

  private static Map<String, CorpusScore> scores(List<Labelled> documents, ExtractRules rules) {
    Map<String, CorpusScore> scores = new TreeMap<>();
    for (Labelled each : documents) {
      ExtractContext context = new ExtractContext("a.md", Optional.empty());
      scores
          .computeIfAbsent(each.repository(), name -> new CorpusScore())
          .add(each.items(), Extraction.of(each.document(), rules, context).candidates());
    }
    return scores;
  }

  private static List<Labelled> read(GoldCorpus corpus) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Labelled> documents = new ArrayList<>();
    for (Path gold : corpus.golds()) {
      Path file = GoldCorpus.documentOf(gold);
      String path = corpus.documents().relativize(file).toString();
      documents.add(
          new Labelled(
              corpus.documents().relativize(file).getName(0).toString(),
              DocumentFormat.of(path).parse(Files.readString(file, UTF_8)),
              json.readTree(gold.toFile()).get("items")));
    }
    return documents;
  }
}
