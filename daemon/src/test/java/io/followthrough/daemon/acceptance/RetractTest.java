package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** What was sent can be read, and what was sent in error is taken back, once. */
final class RetractTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";
  private static final String WITHDRAWN = "sent in error, withdrawn";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  RetractTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void twoTicketsOfWhichAPersonHasTouchedOne() throws IOException {
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, DRILL));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(3));
    place.github().comment(Installation.REPOSITORY, 2, "bob-s", "I look into it.");
    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(12));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(1, 1), comments());
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void whatWasSentIsSaidWithItsPlaceItsReadersAndItsReason() {
    Program.Result day = place.run("sent", "--since", "24h");
    assertEquals(0, day.exitCode(), day::err);
    assertTrue(day.out().contains("nudge  acme/backend#1: " + KEYS + " -> Alice Martin"), day::out);
    assertTrue(day.out().contains("because "), day::out);
    assertFalse(day.out().contains("created"), day::out);

    JsonNode sent =
        Json.parse(place.run("sent", "--since", "20d", "--format", "json").out())
            .orElseThrow()
            .path("sent");
    assertEquals(3, sent.size(), sent.toString());
    assertEquals("created", sent.path(0).path("kind").asText());
    assertEquals("backend", sent.path(0).path("destination").asText());
    assertEquals(2, place.run("sent", "--since", "soon").exitCode());
  }

  @Test
  void aTryOnlySaysWhatItWouldDo() {
    place.github().forgetJournal();

    Program.Result dry = place.run("retract", "--since", "2026-11-01T00:00:00Z", "--dry-run");

    assertEquals(0, dry.exitCode(), dry::err);
    assertTrue(dry.out().contains("ticket acme/backend#1: closed as not planned"), dry::out);
    assertTrue(dry.out().contains("ticket acme/backend#2: left as it is: a person"), dry::out);
    assertTrue(dry.out().contains("2 would be taken back"), dry::out);
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(), place.github().writes());
  }

  @Test
  void whatIsTakenBackIsWithdrawnOnceAndNotRepeated() {
    place.github().forgetJournal();
    Program.Result retract = place.run("retract", "--since", "20d");
    assertEquals(0, retract.exitCode(), retract::err);
    assertTrue(retract.out().contains("2 taken back"), retract::out);
    assertEquals(0, place.run("sync").exitCode());

    GitHubStub.Seen first = place.github().issues(Installation.REPOSITORY).get(0);
    GitHubStub.Seen second = place.github().issues(Installation.REPOSITORY).get(1);
    assertTrue(first.comments().get(0).contains(WITHDRAWN), first.comments().toString());
    assertFalse(first.comments().get(0).contains("Alice"), first.comments().toString());
    assertEquals("closed", first.state());
    assertEquals("open", second.state());
    assertEquals(2, place.github().writes().size());

    assertTrue(place.run("retract", "--since", "20d").out().contains("0 taken back"));
    clock.pass(Duration.ofDays(1));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(2, place.github().writes().size(), "each effect once, and nothing is repeated");
    assertEquals("declined", state("acme/backend#1"));
    assertTrue(place.run("audit").out().contains(",retracted,"));
  }

  @Test
  void oneItemIsTakenBackAlsoWhileEverythingIsPaused() {
    place.run("pause");
    assertEquals(0, place.run("retract", "acme/backend#1").exitCode());

    assertEquals(0, place.run("sync").exitCode());

    assertEquals("closed", place.github().issues(Installation.REPOSITORY).get(0).state());
    assertEquals("open", place.github().issues(Installation.REPOSITORY).get(1).state());
  }

  @Test
  void whoWroteMeanwhileKeepsTheTicketOpen() {
    place.run("retract", "acme/backend#1");
    place.github().comment(Installation.REPOSITORY, 1, "bob-s", "I am on it.");

    assertEquals(0, place.run("sync").exitCode());

    assertEquals("open", place.github().issues(Installation.REPOSITORY).get(0).state());
  }

  @Test
  void whatNobodyKnowsIsNotTakenBack() {
    assertEquals(2, place.run("retract", "acme/backend#77").exitCode());
    assertEquals(2, place.run("retract").exitCode());
  }

  private String state(String ticket) {
    JsonNode items =
        Json.parse(place.run("explain", ticket, "--format", "json").out())
            .orElseThrow()
            .path("items");
    return items.path(0).path("state").asText();
  }

  private List<Integer> comments() {
    return place.github().issues(Installation.REPOSITORY).stream()
        .map(GitHubStub.Seen::comments)
        .map(List::size)
        .toList();
  }
}
