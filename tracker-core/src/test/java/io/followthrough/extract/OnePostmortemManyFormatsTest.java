package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentFormat;
import io.followthrough.item.Incident;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same postmortem, as it would be written in each of the formats. */
final class OnePostmortemManyFormatsTest {
  private static final String ITEMS =
      """
      Refuse to move the alias to an index with fewer than 90 % of the products | @mara | 2026-03-20 | false | |
      Page on-call when a rebuild ends with an error | Joao Prado | | true | SRCH-204 |
      Alert when a data volume is above 80 % | Nia Okafor | | | |
      Delete snapshots older than 14 days | | | true | |
      Add a smoke query with a known answer to the rebuild job | Nia Okafor | 2026-04-01 | false | | high
      Write the runbook for switching the alias back | Joao Prado | 2026-03-27 | true | | medium
      """;
  private static final String INCIDENT =
      "INC-311 | Search answered from an empty index | 2026-03-04 | SEV2"
          + " | [search, catalogue] | Mara Lindqvist";

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theItemsAreTheSame(String name, Path file) throws IOException {
    String items =
        extract(file).candidates().stream()
            .map(OnePostmortemManyFormatsTest::shown)
            .collect(Collectors.joining("\n"));

    assertEquals(ITEMS.strip(), items);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theFactsOfTheIncidentAreTheSame(String name, Path file) throws IOException {
    Incident incident = extract(file).incident().incident();

    assertEquals(
        INCIDENT,
        String.join(
            " | ",
            incident.id().orElse(""),
            incident.title().orElse(""),
            incident.date().map(String::valueOf).orElse(""),
            incident.severity().orElse(""),
            String.valueOf(incident.services()),
            incident.owner().orElse("")));
  }

  private static Extracted extract(Path file) throws IOException {
    String name = file.getFileName().toString();
    return Extraction.of(
        DocumentFormat.of(name).parse(Files.readString(file, UTF_8)),
        ExtractRules.defaults(),
        new ExtractContext(name, Optional.empty()));
  }

  private static String shown(Candidate item) {
    String ticket = item.tickets().stream().findFirst().orElse("");
    return Stream.of(
            item.title(),
            item.owner().orElse(""),
            item.due().map(String::valueOf).orElse(""),
            item.done().map(String::valueOf).orElse(""),
            ticket.substring(ticket.lastIndexOf('/') + 1),
            item.priority().map(priority -> priority.word()).orElse(""))
        .collect(Collectors.joining(" | "))
        .replace("|  |", "| |")
        .replace("|  |", "| |")
        .strip();
  }

  /** The postmortem in a format. */
  static String sample(DocumentFormat format) throws IOException, URISyntaxException {
    for (Object[] file : files()) {
      if (DocumentFormat.of(String.valueOf(file[0])) == format) {
        return Files.readString((Path) file[1], UTF_8);
      }
    }
    throw new AssertionError("no sample in " + format);
  }

  static List<Object[]> files() throws IOException, URISyntaxException {
    Path folder = Path.of(OnePostmortemManyFormatsTest.class.getResource("formats").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .map(file -> new Object[] {file.getFileName().toString(), file})
          .toList();
    }
  }
}
