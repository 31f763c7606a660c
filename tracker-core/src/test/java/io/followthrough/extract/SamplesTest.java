package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentFormat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Postmortems in the manner of many houses, with the items that a reader finds in them.
 *
 * <p>Beside each document stands a file of its items: the title, then facts as {@code key=value}.
 */
final class SamplesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void theItemsOfASampleAreThoseThatAReaderFinds(String name, Path document) throws IOException {
    Extracted extracted =
        Extraction.of(
            DocumentFormat.of(document.toString()).parse(Files.readString(document, UTF_8)),
            ExtractRules.defaults(),
            new ExtractContext(name, Optional.empty()));
    List<Candidate> found = extracted.candidates();
    List<String[]> expected =
        Files.readString(document.resolveSibling(name + ".items"), UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split(" \\|\\| ", -1))
            .toList();

    assertEquals(
        expected.stream().map(line -> line[0]).toList(),
        found.stream().map(Candidate::title).toList());
    List<String> wanted = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      for (String fact : List.of(expected.get(i)).subList(1, expected.get(i).length)) {
        String key = fact.substring(0, fact.indexOf('='));
        wanted.add(found.get(i).title() + ": " + fact);
        read.add(found.get(i).title() + ": " + key + "=" + fact(found.get(i), key));
      }
    }
    assertEquals(String.join("\n", wanted), String.join("\n", read));
  }

  private static String fact(Candidate item, String key) {
    return switch (key) {
      case "owner" -> item.owner().orElse("");
      case "due" -> item.due().map(String::valueOf).orElse("");
      case "dueText" -> item.dueText().orElse("");
      case "done" -> item.done().map(String::valueOf).orElse("");
      case "ticket" -> String.join(" ", item.tickets());
      case "priority" -> item.priority().map(priority -> priority.word()).orElse("");
      case "kind" -> item.kind().map(kind -> kind.word()).orElse("");
      case "group" -> item.group().orElse("");
      case "criterion" -> item.criterion().orElse("");
      case "effort" -> item.effort().orElse("");
      case "blocked" -> item.blockedBy().orElse("");
      case "service" -> String.join(",", item.services());
      case "line" -> String.valueOf(item.line());
      default -> throw new IllegalArgumentException("no such fact: " + key);
    };
  }

  static Stream<Object[]> samples() throws IOException, URISyntaxException {
    Path folder = Path.of(SamplesTest.class.getResource("samples").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.toString().endsWith(".items"))
          .sorted()
          .map(file -> new Object[] {name(file), file})
          .toList()
          .stream();
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(0, name.indexOf('.'));
  }
}
