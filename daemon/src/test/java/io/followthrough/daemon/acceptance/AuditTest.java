package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.daemon.cli.Program;
import io.followthrough.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decided what, from a journal that nobody can quietly change. */
final class AuditTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String PROOF = "https://github.com/acme/backend/pull/7";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Path folder;
  private final Installation place;

  AuditTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void aTicketThatAPersonClosed() throws IOException {
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(2));
    place.github().comment(Installation.REPOSITORY, 1, "bob-s", "Done, see " + PROOF);
    place.github().close(Installation.REPOSITORY, 1, "bob-s", "completed");
    assertEquals(0, place.run("sync").exitCode());
    place.run("pause", "--for", "1h");
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void aClosingHasItsActorItsEvidenceItsStateAndItsConfiguration() {
    List<JsonNode> acts = acts("--from", "2026-11-12", "--to", "2026-11-12");

    JsonNode done = only(acts, "done");
    assertEquals("bob-s", done.path("actor").asText());
    assertEquals("2026-11-12T10:00:00Z", done.path("at").asText());
    assertEquals("acme/backend#1", done.path("ticket").asText());
    assertEquals("done", done.path("state").asText());
    assertEquals(PROOF, done.path("evidence").path(0).asText());
    assertEquals(20, done.path("configuration").asText().length());
    assertTrue(only(acts, "paused").path("words").asText().startsWith("everything is paused"));
    assertEquals(3, acts().stream().filter(it -> kind(it, "confirmed")).count());
    assertEquals(1, acts().stream().filter(it -> kind(it, "configured")).count());
  }

  @Test
  void aNewConfigurationIsAnActThatLaterOnesName() throws IOException {
    String before = only(acts(), "done").path("configuration").asText();
    place.replace("manager: Victor Prime", "level: engineer, manager: Victor Prime");
    place.run("sync");
    place.run("pause");

    List<JsonNode> acts = acts();
    assertEquals(2, acts.stream().filter(it -> kind(it, "configured")).count());
    assertEquals(before, only(acts, "done").path("configuration").asText());
    assertFalse(acts.get(acts.size() - 1).path("configuration").asText().equals(before));
  }

  @Test
  void spreadsheetsReadTheSame() {
    Program.Result audit = place.run("audit", "--from", "2026-11-12");

    assertEquals(0, audit.exitCode(), audit::err);
    List<String> lines = audit.out().lines().toList();
    assertEquals("at,actor,act,item,ticket,state,words,evidence,rule,configuration", lines.get(0));
    assertTrue(lines.get(1).startsWith("2026-11-12T10:00:00Z,bob-s,done,"), lines.get(1));
    assertEquals(2, place.run("audit", "--from", "yesterday").exitCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set body = replace(body, 'bob-s', 'alice-m') where body like '%\"done\"%'",
        "delete from journal where sequence = 3",
        "delete from journal where sequence = 1",
        "delete from journal where sequence = (select max(sequence) from journal)",
        "update journal set sequence = 1000 where sequence = 2",
        "update journal set at = at - 1000000000 where sequence = 4",
        "update journal set content = null, seal = null",
      })
  void aJournalThatAnotherHandChangedStartsNothing(String tampering) throws SQLException {
    sql(tampering);

    for (String command : List.of("sync", "audit")) {
      Program.Result result = place.run(command);
      assertEquals(3, result.exitCode(), result::out);
      assertTrue(result.err().contains("changed by another hand"), result::err);
      assertTrue(result.err().contains("followthrough restore"), result::err);
    }
  }

  @Test
  void aPersonIsTakenOutAndTheRestCanStillBeChecked() throws SQLException {
    Program.Result result = place.run("audit", "--pseudonymise", "Bob Stone");
    assertEquals(0, result.exitCode(), result::err);

    assertTrue(only(acts(), "done").path("actor").asText().startsWith("person-"));
    assertFalse(place.run("audit").out().contains("bob-s"));
    assertEquals(0, place.run("sync").exitCode());

    sql("update journal set body = replace(body, 'person-', 'people-')");
    assertEquals(3, place.run("sync").exitCode());
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgottenAndTheRestCanStillBeChecked()
      throws IOException, SQLException {
    place.configure("retention: { journal: 30d }\n");
    clock.pass(Duration.ofDays(29));

    assertEquals(0, place.run("sync").exitCode());

    List<JsonNode> acts = acts();
    assertTrue(acts.stream().noneMatch(it -> kind(it, "found")), acts.toString());
    assertEquals(1, acts.stream().filter(it -> kind(it, "done")).count());
    assertEquals(0, place.run("sync").exitCode());

    sql("delete from journal where sequence = (select min(sequence) from journal)");
    assertEquals(3, place.run("sync").exitCode());
  }

  private void sql(String statement) throws SQLException {
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("followthrough.db"));
        Statement change = store.createStatement()) {
      assertTrue(change.executeUpdate(statement) > 0);
    }
  }

  private List<JsonNode> acts(String... arguments) {
    List<String> all = new ArrayList<>(List.of("audit", "--format", "json"));
    all.addAll(List.of(arguments));
    Program.Result audit = place.run(all.toArray(String[]::new));
    assertEquals(0, audit.exitCode(), audit::err);
    List<JsonNode> acts = new ArrayList<>();
    Json.parse(audit.out()).orElseThrow().path("acts").forEach(acts::add);
    return acts;
  }

  private static boolean kind(JsonNode act, String kind) {
    return act.path("act").asText().equals(kind);
  }

  private static JsonNode only(List<JsonNode> acts, String kind) {
    List<JsonNode> found = acts.stream().filter(it -> kind(it, kind)).toList();
    assertEquals(1, found.size(), acts.toString());
    return found.get(0);
  }
}
