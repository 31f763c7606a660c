package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Real postmortems with gold labels, which are not part of the project. They are looked for beside
 * the checkout; a suite that needs them has no tests where they are not found.
 */
public final class GoldCorpus {
  private static final String GOLD = ".gold.json";

  private final Path documents;

  private GoldCorpus(Path documents) {
    this.documents = documents;
  }

  /** The corpus in the sibling {@code shared} of the checkout, or of a folder above it. */
  public static Optional<GoldCorpus> find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path documents = folder.resolveSibling("shared").resolve("corpus").resolve("documents");
      if (Files.isDirectory(documents)) {
        return Optional.of(new GoldCorpus(documents));
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  /**
   * What a suite registers without a corpus: nothing, or a failure where all suites have to run.
   */
  public static Stream<DynamicTest> absent(String suite) {
    if ("1".equals(System.getenv("FOLLOWTHROUGH_REQUIRE_ALL_SUITES"))) {
      return Stream.of(dynamicTest("corpus", () -> fail("there is no ../shared/corpus")));
    }
    System.out.println("The " + suite + " suite is not run: there is no ../shared/corpus.");
    return Stream.of();
  }

  /** The folder of the documents. */
  public Path documents() {
    return documents;
  }

  /** The label files, in a stable order. */
  public List<Path> golds() throws IOException {
    try (Stream<Path> files = Files.walk(documents)) {
      return files.filter(file -> file.toString().endsWith(GOLD)).sorted().toList();
    }
  }

  /** The document of a label file. */
  public static Path documentOf(Path gold) {
    String name = gold.getFileName().toString();
    return gold.resolveSibling(name.substring(0, name.length() - GOLD.length()));
  }
}
