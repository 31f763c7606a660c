package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import io.followthrough.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The brake: what is paused says nothing and creates nothing until it is resumed. */
final class PauseTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  PauseTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void aTicketThatWillBeNudged() throws IOException {
    place.configure("teams:\n  - { name: Payments, members: [Alice Martin] }\n");
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(1, place.tickets());
  }

  @AfterEach
  void end() {
    place.close();
  }

  @ParameterizedTest
  @CsvSource({
    "--tracker, backend",
    "--team, payments",
    "--person, alice martin",
    "--source, docs",
  })
  void whatIsPausedSaysAndCreatesNothingUntilItIsResumed(String option, String name)
      throws IOException {
    Program.Result pause = place.run("pause", option, name);
    assertEquals(0, pause.exitCode(), pause::err);
    assertTrue(pause.out().contains("is paused since"), pause::out);

    place.write("b.md", Postmortems.of("INC-2", "2026-11-03", DRILL));
    Program.Result plan = place.run("plan");
    assertTrue(plan.out().contains("1 change held back by people's will"), plan::out);
    clock.pass(Duration.ofDays(15));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(1, place.tickets(), "nothing is created");
    assertEquals(List.of(0), comments(), "nothing is said");
    assertTrue(place.run("status").out().contains("is paused since"));
    assertTrue(place.run("explain", "acme/backend#1").out().contains("nothing is written: "));

    Program.Result resume = place.run("resume", option, name);
    assertEquals(0, resume.exitCode(), resume::err);
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(2, place.tickets());
    assertEquals(List.of(1, 0), comments());
  }

  @Test
  void whatWasOnItsWayWaitsAsWell() throws IOException {
    place.write("b.md", Postmortems.of("INC-2", "2026-11-03", DRILL));
    place.github().lock(Installation.REPOSITORY, 1);
    clock.pass(Duration.ofDays(15));
    assertEquals(1, place.run("sync").exitCode(), "the nudge of the first ticket is parked");
    place.github().unlock(Installation.REPOSITORY, 1);
    assertEquals(0, place.run("pause").exitCode());
    assertTrue(place.run("retry").out().contains("1 released"));

    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(0, 0), comments());

    assertTrue(place.run("resume").out().contains("everything goes on"));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(1, 0), comments());
  }

  @Test
  void aPauseOfTwoDaysEndsByItself() {
    clock.pass(Duration.ofDays(13));
    assertEquals(0, place.run("pause", "--for", "2d").exitCode());
    clock.pass(Duration.ofDays(1));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(0), comments());

    clock.pass(Duration.ofDays(1));
    assertEquals(0, place.run("sync").exitCode());

    assertEquals(List.of(1), comments());
    assertEquals(0, paused().size());
  }

  @Test
  void programsReadWhatIsPaused() {
    place.run("pause", "--tracker", "backend", "--for", "36h");
    place.run("pause", "--person", "Bob Stone");

    JsonNode paused = paused();

    assertEquals(2, paused.size());
    assertEquals("person", paused.get(0).path("kind").asText());
    assertEquals("Bob Stone", paused.get(0).path("name").asText());
    assertTrue(paused.get(0).path("until").isNull());
    assertEquals("2026-11-11T22:00:00Z", paused.get(1).path("until").asText());
    assertTrue(place.run("resume").out().contains("tracker backend goes on"));
    assertEquals(0, paused().size());
  }

  @ParameterizedTest
  @CsvSource({
    "--tracker, backnd, backend",
    "--team, Paymnts, Payments",
    "--person, Alice Martn, Alice Martin",
    "--source, dcos, docs",
  })
  void aNameThatIsNotKnownIsWrongAndTheNearestOneIsNamed(String option, String name, String meant) {
    for (String command : List.of("pause", "resume")) {
      Program.Result result = place.run(command, option, name);
      assertEquals(2, result.exitCode(), result::out);
      assertTrue(result.err().contains("did you mean `" + meant + "`?"), result::err);
    }
    assertEquals(0, paused().size());
  }

  @Test
  void aLengthThatIsNoneIsWrong() {
    Program.Result result = place.run("pause", "--for", "soon");

    assertEquals(2, result.exitCode(), result::out);
    assertTrue(result.err().contains("length of time"), result::err);
  }

  private JsonNode paused() {
    return Json.parse(place.run("status", "--format", "json").out()).orElseThrow().path("paused");
  }

  private List<Integer> comments() {
    return place.github().issues(Installation.REPOSITORY).stream()
        .map(GitHubStub.Seen::comments)
        .map(List::size)
        .toList();
  }
}
