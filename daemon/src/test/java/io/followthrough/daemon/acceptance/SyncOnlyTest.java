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
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cycle for one document or one item leaves the others as they are. */
final class SyncOnlyTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String ALERT = "Alert on the depth of the retry queue";
  private static final String DRILL = "Drill the restore of the orders database";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  SyncOnlyTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void twoNewDocumentsThatAreConfirmed() throws IOException {
    place.write("2026/a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, ALERT));
    place.write("2026/b.md", Postmortems.of("INC-2", "2026-11-03", DRILL));
    assertEquals(0, place.run("confirm", "--yes").exitCode());
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void oneDocumentIsFiledAndTheRestByTheNextCycle() {
    done("2026/a.md");
    assertEquals(List.of(ALERT, KEYS), titles());

    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(ALERT, DRILL, KEYS), titles());
  }

  @Test
  void aDocumentIsAlsoKnownByItsSourceAndAsAFile() {
    done("docs:2026/b.md");
    assertEquals(List.of(DRILL), titles());

    done(place.folder().resolve("postmortems/2026/a.md").toString());
    assertEquals(List.of(ALERT, DRILL, KEYS), titles());
  }

  @Test
  void oneItemIsFiledAndTheOthersOfItsDocumentByTheNextCycle() {
    pausedUntilRead();

    done(item(KEYS));
    assertEquals(List.of(KEYS), titles());
    done(item(DRILL).substring(0, 12));
    assertEquals(List.of(DRILL, KEYS), titles());

    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(ALERT, DRILL, KEYS), titles());
  }

  @Test
  void aNudgeOfAnotherItemWaitsForTheNextCycle() {
    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(15));

    done(key(KEYS));
    assertEquals(List.of(1, 0, 0), List.of(said(KEYS), said(ALERT), said(DRILL)));
    done("2026/b.md");
    assertEquals(List.of(1, 0, 1), List.of(said(KEYS), said(ALERT), said(DRILL)));

    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(1, 1, 1), List.of(said(KEYS), said(ALERT), said(DRILL)));
  }

  @Test
  void anotherDocumentThatChangedOrIsGoneIsNotLookedAt() throws IOException {
    assertEquals(0, place.run("sync").exitCode());
    place.write("2026/b.md", Postmortems.of("INC-2", "2026-11-03", DRILL, "Page on a full disk"));
    place.delete("2026/a.md");

    Program.Result both = place.run("sync", "--only", "2026/b.md");
    assertEquals(2, both.exitCode(), both::out);
    assertTrue(both.err().contains("only a whole `followthrough sync` can tell"), both::err);

    done("2026/a.md");
    assertEquals(3, place.tickets());
    String explained = place.run("explain", item(KEYS)).out();
    assertFalse(explained.contains("is gone"), explained);

    place.write("2026/a.md", Postmortems.of("INC-1", "2026-11-02", KEYS, ALERT));
    done("2026/a.md");
    assertEquals(3, place.tickets());
    done("2026/b.md");
    assertEquals(4, place.tickets());
  }

  @Test
  void whatWasReadOfOtherItemsReachesTheirTicketsWithTheNextCycle() throws IOException {
    assertEquals(0, place.run("sync").exitCode());
    String before = body(ALERT);
    place.write(
        "2026/a.md",
        Postmortems.of("INC-1", "2026-11-02", KEYS, ALERT).replace("2027-01-15", "2027-02-26"));

    done(item(KEYS));
    assertTrue(body(KEYS).contains("2027-02-26"), () -> body(KEYS));
    assertEquals(before, body(ALERT));

    assertEquals(0, place.run("sync").exitCode());
    assertTrue(body(ALERT).contains("2027-02-26"), () -> body(ALERT));
  }

  @Test
  void aFloodAndAPauseHoldOneDocumentAsTheyHoldAll() throws IOException {
    place.configure("limits: { max-creates-per-cycle: 1 }\n");
    place.write("2026/c.md", Postmortems.of("INC-3", "2026-11-04", "Page on disks", "Cap retries"));
    Program.Result flood = place.run("sync", "--only", "2026/c.md");
    assertEquals(4, flood.exitCode(), flood::out);

    assertEquals(0, place.run("pause").exitCode());
    done("2026/a.md");
    assertEquals(0, place.tickets());
    assertEquals(0, place.run("resume").exitCode());
    done("2026/a.md");
    assertEquals(List.of(ALERT, KEYS), titles());
  }

  @Test
  void whatIsNotKnownIsWrongAndTheNearestNameIsNamed() {
    Program.Result fresh = place.run("sync", "--only", "2026/c.md");
    assertEquals(2, fresh.exitCode(), fresh::out);
    assertTrue(fresh.err().contains("did you mean `2026/a.md`?"), fresh::err);
    assertEquals(0, place.tickets());

    assertEquals(0, place.run("sync").exitCode());
    Program.Result known = place.run("sync", "--only", "2026/bb.md");
    assertEquals(2, known.exitCode(), known::out);
    assertTrue(known.err().contains("did you mean `2026/b.md`?"), known::err);
    Program.Result ticket = place.run("sync", "--only", "acme/backend#9");
    assertEquals(2, ticket.exitCode(), ticket::out);
    assertTrue(ticket.err().contains("did you mean `acme/backend#1`?"), ticket::err);
  }

  /** The items are known, and have no tickets yet. */
  private void pausedUntilRead() {
    assertEquals(0, place.run("pause").exitCode());
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(0, place.tickets());
    assertEquals(0, place.run("resume").exitCode());
  }

  private void done(String only) {
    Program.Result result = place.run("sync", "--only", only);
    assertEquals(0, result.exitCode(), () -> result.out() + result.err());
  }

  private List<String> titles() {
    return List.copyOf(
        new TreeSet<>(
            place.github().issues(Installation.REPOSITORY).stream()
                .map(GitHubStub.Seen::title)
                .toList()));
  }

  private int said(String title) {
    return place.titled(title).get(0).comments().size();
  }

  private String body(String title) {
    return place.titled(title).get(0).body();
  }

  private String item(String title) {
    return known(title).path("id").asText();
  }

  private String key(String title) {
    return known(title).path("ticket").path("key").asText();
  }

  private JsonNode known(String title) {
    for (JsonNode item :
        Json.parse(place.run("status", "--format", "json").out()).orElseThrow().path("items")) {
      if (item.path("title").asText().equals(title)) {
        return item;
      }
    }
    throw new AssertionError("no item " + title);
  }
}
