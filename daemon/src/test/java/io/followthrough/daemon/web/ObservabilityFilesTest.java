package io.followthrough.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Alert rules and dashboard speak of metrics that there are, and each alert has its page. */
final class ObservabilityFilesTest {
  private static final Path SHARE = Path.of("src/main/dist/share");
  private static final Path RULES = SHARE.resolve("prometheus/followthrough.rules.yaml");
  private static final Path DASHBOARD = SHARE.resolve("grafana/followthrough.json");
  private static final Pattern METRIC = Pattern.compile("\\bfollowthrough_[a-z_]+");
  private static final Pattern STATE = Pattern.compile("\\{state=\"([a-z-]+)\"");

  private static String scraped() {
    Vitals vitals = new Vitals();
    vitals.cycleEnded("documents", new Vitals.Turn(Quarter.NOW, Duration.ofSeconds(1), 0));
    try (Site site = Site.of(Quarter.lived(), Site.facts(Access.LOCAL, vitals))) {
      return site.get("/metrics").body();
    }
  }

  private static Set<String> names(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyMetricOfTheFilesIsThere() throws IOException {
    String metrics = scraped();
    Set<String> used = names(Files.readString(RULES));
    assertFalse(used.isEmpty());
    JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
    dashboard
        .findValuesAsText("expr")
        .forEach(
            expression -> {
              assertFalse(names(expression).isEmpty(), expression);
              used.addAll(names(expression));
            });
    used.removeAll(names(metrics));
    assertEquals(Set.of(), used);
    STATE
        .matcher(Files.readString(RULES))
        .results()
        .forEach(state -> assertTrue(metrics.contains(state.group()), state.group()));
  }

  @Test
  void everyAlertHasItsPage() throws IOException {
    List<String> pages = Files.readAllLines(Path.of("../docs/runbook.md"));
    JsonNode file = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(RULES)));
    int count = 0;
    for (JsonNode group : file.get("groups")) {
      for (JsonNode alert : group.get("rules")) {
        String name = alert.get("alert").asText();
        assertTrue(pages.contains("## " + name), name);
        assertEquals(
            "docs/runbook.md#" + name.toLowerCase(Locale.ROOT),
            alert.get("annotations").get("runbook").asText());
        count++;
      }
    }
    assertEquals(count, pages.stream().filter(line -> line.startsWith("## Follow")).count());
  }
}
