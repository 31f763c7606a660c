package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews and planning lists as tickets: on their day, once each. */
final class ReviewTicketTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String NOVEMBER = "Reliability review, November 2026";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  ReviewTicketTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void oneOpenItem() throws IOException {
    place.configure(
        """
        leadership: [Victor Prime]
        teams:
          - { name: Payments, lead: Carol Diaz, members: [Alice Martin], planning: { every: 2w, on: monday, from: 2026-11-02 } }
        reports:
          - { to: ["tracker:backend"] }
        """);
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(1, place.tickets());
  }

  @AfterEach
  void end() {
    place.close();
  }

  private void syncAt(String instant) {
    clock.pass(Duration.between(clock.instant(), Instant.parse(instant)));
    Program.Result result = place.run("sync");
    assertEquals(0, result.exitCode(), result::err);
  }

  @Test
  void theMonthIsReviewedOnItsFirstWorkingMorningAndOnce() {
    syncAt("2026-12-01T08:59:00Z");
    assertEquals(List.of(), place.titled(NOVEMBER));
    syncAt("2026-12-01T09:00:00Z");
    syncAt("2026-12-01T15:00:00Z");
    syncAt("2026-12-20T09:00:00Z");
    List<GitHubStub.Seen> tickets = place.titled(NOVEMBER);
    assertEquals(1, tickets.size());
    String body = tickets.get(0).body();
    assertTrue(body.contains("@victor-p"), body);
    assertTrue(body.contains("| Open | 1 "), body);
    assertTrue(body.contains("### Three items that deserve a decision"), body);
    assertEquals(List.of("victor-p"), tickets.get(0).assignees());
  }

  @Test
  void theNextReviewLinksTheLastAndTheQuarterHasOneOfItsOwn() {
    syncAt("2026-12-01T09:00:00Z");
    String last = "/issues/" + place.titled(NOVEMBER).get(0).number();
    syncAt("2027-01-01T09:00:00Z");
    String body = place.titled("Reliability review, December 2026").get(0).body();
    assertTrue(body.contains("The last review: [") && body.contains(last), body);
    assertEquals(1, place.titled("Quarterly meta-review, Q4 2026").size());
  }

  @Test
  void aReviewThatWasGivenStands() throws IOException {
    syncAt("2026-12-01T09:00:00Z");
    String given = place.run("report", "--at", "2026-11-30", "--format", "json").out();
    place.write("late.md", Postmortems.of("INC-9", "2026-11-28", "Drill the restore of orders"));
    syncAt("2027-01-15T09:00:00Z");
    assertEquals(given, place.run("report", "--at", "2026-11-30", "--format", "json").out());
    assertTrue(given.contains("\"postmortems\" : 1"), given);
  }

  @Test
  void planSaysWhichReviewWouldBeGiven() {
    Program.Result plan = place.run("plan", "--at", "2026-12-01T10:00:00Z");
    assertTrue(plan.out().contains("review  " + NOVEMBER + " -> backend"), plan::out);
    assertEquals(List.of(), place.titled(NOVEMBER));
  }

  @Test
  void aTeamGetsItsListOnTheMorningOfItsPlanning() {
    syncAt("2026-11-16T08:00:00Z");
    syncAt("2026-11-16T09:30:00Z");
    syncAt("2026-11-16T12:00:00Z");
    syncAt("2026-11-17T12:00:00Z");
    List<GitHubStub.Seen> lists = place.titled("Planning list of Payments, 2026-11-16");
    assertEquals(1, lists.size());
    String body = lists.get(0).body();
    assertTrue(body.contains("@carol-d"), body);
    assertTrue(body.contains("1 open item, 0 due before the next planning on 2026-11-30"), body);
    assertTrue(body.contains(KEYS), body);
    assertFalse(body.contains("And "), body);
  }
}
