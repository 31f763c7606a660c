package io.followthrough.daemon.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentFormat;
import io.followthrough.extract.Candidate;
import io.followthrough.extract.ExtractContext;
import io.followthrough.extract.ExtractRules;
import io.followthrough.extract.Extracted;
import io.followthrough.extract.Extraction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The demo's files fit each other: what is done there is done by its people to its items. */
final class DemoFilesTest {
  private static final LocalDate START = LocalDate.of(2026, 11, 23);
  private static final Pattern DAY = Pattern.compile("\\{\\{([+-]\\d+)d}}");
  private static final List<String> DOCUMENTS =
      List.of(
          "01-checkout-replica-lag.md",
          "02-payment-certificate.md",
          "03-search-empty-index.md",
          "04-mail-delayed.md",
          "05-billing-charged-twice.md",
          "06-checkout-replica-lag-again.md");

  private static String resource(String name) throws IOException {
    try (InputStream in = DemoFilesTest.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Extracted extracted(String document) throws IOException {
    String text =
        DAY.matcher(resource("postmortems/" + document))
            .replaceAll(day -> START.plusDays(Integer.parseInt(day.group(1))).toString());
    assertFalse(text.contains("{{"), document);
    return Extraction.of(
        DocumentFormat.of(document).parse(text),
        ExtractRules.defaults(),
        new ExtractContext(document, Optional.of(START)));
  }

  private static List<Candidate> candidates() throws IOException {
    List<Candidate> all = new ArrayList<>();
    for (String document : DOCUMENTS) {
      all.addAll(extracted(document).candidates());
    }
    return all;
  }

  private static List<?> acts() throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(resource("acts.yaml"));
  }

  private static String word(Object act, String key) {
    return ((Map<?, ?>) act).containsKey(key) ? ((Map<?, ?>) act).get(key) + "" : "";
  }

  @Test
  void everyActIsOfAPersonOnAnItemAndInOrder() throws IOException {
    String people = resource("followthrough.yaml");
    List<String> titles =
        candidates().stream().map(c -> c.title().toLowerCase(Locale.ROOT)).distinct().toList();
    int day = 0;
    for (Object act : acts()) {
      assertTrue(people.contains("sandbox: " + word(act, "by") + " "), act::toString);
      assertTrue(Integer.parseInt(word(act, "day")) >= day, act::toString);
      day = Integer.parseInt(word(act, "day"));
      String item = word(act, "item").toLowerCase(Locale.ROOT);
      if (item.isEmpty()) {
        assertTrue(DOCUMENTS.contains(word(act, "document")), act::toString);
      } else {
        assertEquals(1, titles.stream().filter(t -> t.contains(item)).count(), act::toString);
      }
      assertTrue(
          List.of("close", "comment", "assign", "due", "start", "publish")
              .contains(word(act, "act")),
          act::toString);
    }
  }

  @Test
  void everyOwnerIsInTheDirectoryOrHeldForAReason() throws IOException {
    String people = resource("followthrough.yaml");
    List<String> strangers =
        candidates().stream()
            .flatMap(candidate -> candidate.owner().stream())
            .filter(owner -> !people.contains("name: " + owner + ", aliases"))
            .toList();
    assertEquals(List.of("Platform", "TBD"), strangers);
  }

  @Test
  void theSixthPostmortemRepeatsTheFirst() throws IOException {
    Extracted first = extracted(DOCUMENTS.get(0));
    Extracted sixth = extracted(DOCUMENTS.get(5));

    assertEquals(first.incident().incident().services(), sixth.incident().incident().services());
    assertEquals(
        first.incident().incident().failureModes(), sixth.incident().incident().failureModes());
    assertEquals(List.of("replication lag"), sixth.incident().incident().failureModes());
  }

  @Test
  void mostItemsArePromisesAndSomeAreNot() throws IOException {
    List<Candidate> all = candidates();

    assertEquals(26, all.size());
    assertEquals(2, all.stream().filter(c -> c.done().orElse(false)).count());
    assertEquals(
        18, all.stream().filter(c -> c.owner().isPresent() && c.due().isPresent()).count());
  }
}
