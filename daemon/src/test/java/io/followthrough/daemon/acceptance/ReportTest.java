package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.daemon.cli.Program;
import io.followthrough.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report}: the review on the command line. */
final class ReportTest {
  private static final String KEYS = "Rotate the signing keys of search & billing";
  private static final String DRILL = "Drill the restore of the orders database";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  ReportTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void twoPostmortems() throws IOException {
    place.configure("teams:\n  - { name: Payments, members: [Alice Martin] }\n");
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.write("b.md", Postmortems.of("INC-2", "2026-11-05", DRILL));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
  }

  @AfterEach
  void end() {
    place.close();
  }

  private JsonNode json(String... arguments) {
    Program.Result result = place.run(arguments);
    assertEquals(0, result.exitCode(), result::err);
    return Json.parse(result.out()).orElseThrow();
  }

  private static List<String> figures(JsonNode review) {
    return StreamSupport.stream(review.path("figures").spliterator(), false)
        .map(figure -> figure.path("name").asText())
        .toList();
  }

  @Test
  void aMonthIsReviewedAsMarkdownHtmlJsonAndCsv() {
    JsonNode review = json("report", "--period", "month", "--format", "json");
    assertEquals("2026-11", review.path("period").path("name").asText());
    assertEquals(2, review.path("summary").path("postmortems").asInt());
    assertEquals(2, review.path("summary").path("open").asInt());
    assertFalse(review.path("complete").asBoolean());
    assertTrue(figures(review).size() > 20, () -> figures(review).toString());

    String markdown = place.run("report", "--period", "month").out();
    assertTrue(markdown.startsWith("# Reliability review, November 2026\n"), markdown);
    assertTrue(markdown.contains("| Open | 2 (+2) |"), markdown);

    String html = place.run("report", "--period", "month", "--format", "html").out();
    assertTrue(html.startsWith("<!doctype html>"), html);
    assertTrue(html.contains("Rotate the signing keys of search &amp; billing"), html);
    assertFalse(html.contains("<script") || html.contains("src=") || html.contains("<link"), html);

    String csv = place.run("report", "--period", "quarter", "--format", "csv").out();
    assertTrue(
        csv.contains("\"2026-Q4\",\"\",\"summary\",\"open\",\"Now\",\"2\",\"count\",\"0\"\r\n"),
        csv);
  }

  @Test
  void theLastPostmortemsAreOneCommand() {
    JsonNode answer = json("report", "--last-postmortems", "1", "--format", "json");
    assertEquals(List.of("last-postmortems"), figures(answer));
    assertEquals(1, answer.path("figures").path(0).path("rows").size());

    String text = place.run("report", "--last-postmortems", "3").out();
    assertTrue(text.contains("Of 2 items: 0 done, 2 open"), text);
    assertTrue(text.contains("The outage of INC-2"), text);
  }

  @Test
  void aTeamAndAServiceHaveReviewsOfTheirOwn() {
    JsonNode team = json("report", "--period", "month", "--team", "payments", "--format", "json");
    assertEquals("team Payments", team.path("scope").asText());
    assertEquals(2, team.path("summary").path("open").asInt());
    JsonNode other = json("report", "--period", "month", "--service", "search", "--format", "json");
    assertEquals(0, other.path("summary").path("open").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "--at, 2026-13-01, expected a date",
    "--at, 2026-12-01, December 2026 has not begun",
    "--team, Paymants, did you mean `Payments`?",
    "--last-postmortems, 0, expected a number",
  })
  void whatCannotBeMeantIsRefused(String option, String value, String words) {
    Program.Result result = place.run("report", option, value);
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains(words), result::err);
  }
}
