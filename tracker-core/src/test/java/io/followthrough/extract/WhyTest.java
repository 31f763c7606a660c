package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.followthrough.document.Block;
import io.followthrough.document.DocumentFormat;
import io.followthrough.document.GoldCorpus;
import io.followthrough.document.ParsedDocument;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each list and table gives items, or is named with the reason why not. */
final class WhyTest {
  @TestFactory
  Stream<DynamicTest> everyListAndTableOfASampleIsTakenOrHasItsReason()
      throws IOException, URISyntaxException {
    Path samples = Path.of(WhyTest.class.getResource("samples").toURI());
    return documents(samples).stream().map(WhyTest::test);
  }

  @TestFactory
  Stream<DynamicTest> everyListAndTableOfARealPostmortemIsTakenOrHasItsReason() throws IOException {
    Optional<GoldCorpus> corpus = GoldCorpus.find();
    return corpus.isEmpty()
        ? GoldCorpus.absent("reasons corpus")
        : documents(corpus.get().documents()).stream().map(WhyTest::test);
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(items|json|tsv)"))
          .sorted()
          .toList();
    }
  }

  private static DynamicTest test(Path file) {
    return dynamicTest(
        file.getFileName().toString(), () -> assertEquals(List.of(), unexplained(file)));
  }

  /** The lists and tables, by their lines and first words, of which nothing is told. */
  private static List<String> unexplained(Path file) throws IOException {
    ParsedDocument document =
        DocumentFormat.of(file.toString()).parse(Files.readString(file, UTF_8));
    Extracted extracted =
        Extraction.of(
            document,
            ExtractRules.defaults(),
            new ExtractContext(file.getFileName().toString(), Optional.empty()));
    TreeSet<Integer> items = new TreeSet<>();
    extracted.candidates().forEach(item -> items.add(item.line()));
    TreeSet<Integer> told = new TreeSet<>(items);
    extracted.notTaken().forEach(left -> told.add(left.line()));
    Map<String, Lines> all = new TreeMap<>();
    Deque<Block> around = new ArrayDeque<>();
    for (Block block : document.blocks()) {
      while (!around.isEmpty() && rank(around.getLast()) >= rank(block)) {
        around.removeLast();
      }
      boolean inAnItem = around.stream().anyMatch(outer -> items.contains(outer.line()));
      around.addLast(block);
      if (!inAnItem && !block.text().isBlank()) {
        name(block)
            .ifPresent(
                name ->
                    all.merge(
                        name,
                        new Lines(block.line(), block.line(), block.text().plain()),
                        Lines::and));
      }
    }
    List<Lines> accounted =
        all.values().stream()
            .filter(lines -> !told.subSet(lines.first(), true, lines.last(), true).isEmpty())
            .toList();
    return all.values().stream()
        .filter(lines -> !lines.isHeading())
        .filter(lines -> accounted.stream().noneMatch(other -> other.holds(lines)))
        .map(Lines::toString)
        .toList();
  }

  /** What stands further in ranks higher: sections by their level, then entries by their depth. */
  private static int rank(Block block) {
    return block instanceof Block.Heading heading ? heading.level() : 10 + block.place().depth();
  }

  private static Optional<String> name(Block block) {
    if (block instanceof Block.Entry entry) {
      return Optional.of("list " + entry.list());
    }
    return block instanceof Block.TableRow row
        ? Optional.of("table " + row.table())
        : Optional.empty();
  }

  /** Where a list or table stands. */
  private record Lines(int first, int last, String words) {
    Lines and(Lines more) {
      return new Lines(Math.min(first, more.first), Math.max(last, more.last), words);
    }

    /** One entry that is the heading of what stands below its list. */
    boolean isHeading() {
      return first == last && words.endsWith(":");
    }

    boolean holds(Lines inner) {
      return first <= inner.first && inner.last <= last;
    }
  }
}
