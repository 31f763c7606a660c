package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.connector.github.StubExchange;
import io.followthrough.connector.github.StubFault;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A tracker that refuses, loses, or asks to wait: said once, kept, and filed once in the end. */
final class BadTrackerTest {
  private static final List<String> TITLES =
      List.of(
          "Add a dashboard for the queue length",
          "Add an alert for replication lag above 30 s",
          "Run a failover drill in the staging cluster");

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  BadTrackerTest(@TempDir Path folder) throws IOException {
    place = new Installation(folder, clock);
  }

  @BeforeEach
  void aConfirmedPostmortem() throws IOException {
    place.write("checkout.md", postmortem(TITLES));
    assertEquals(0, place.run("confirm", "--yes").exitCode());
  }

  @AfterEach
  void end() {
    assertEquals(List.of(), place.github().violations());
    place.close();
  }

  @Test
  void aRefusedTokenIsSaidOnceAndReadsAsNoTicketsNowhere() {
    assertEquals(0, place.run("sync").exitCode());
    String status = place.run("status").out();
    place.github().revokeToken();

    Program.Result sync = place.run("sync");

    assertEquals(1, sync.exitCode(), sync::out);
    assertEquals(1, sync.err().lines().count(), sync::err);
    assertTrue(sync.err().contains("backend: "), sync::err);
    assertTrue(sync.err().contains("GitHub refuses the token"), sync::err);
    assertFalse(sync.err().contains(GitHubStub.TOKEN), sync::err);
    assertEquals(status, place.run("status").out());
    Program.Result plan = place.run("plan");
    assertEquals(1, plan.exitCode(), plan::out);
    assertTrue(plan.err().contains("GitHub refuses the token"), plan::err);

    place.github().restoreToken();
    place.github().forgetJournal();
    Program.Result mended = place.run("sync");
    assertEquals(0, mended.exitCode(), mended::err);
    assertEquals(List.of(), place.github().writes());
    assertEquals(status, place.run("status").out());
  }

  @Test
  void nothingIsFiledWithARefusedTokenAndEverythingOnceWithAGoodOne() {
    place.github().revokeToken();
    for (int time = 0; time < 3; time++) {
      Program.Result sync = place.run("sync");
      assertEquals(1, sync.exitCode(), sync::out);
      assertEquals(
          1,
          sync.err().lines().filter(line -> line.contains("GitHub refuses the token")).count(),
          sync::err);
      clock.pass(Duration.ofMinutes(10));
    }
    assertEquals(List.of(), place.github().issues(Installation.REPOSITORY));

    place.github().restoreToken();
    Program.Result mended = place.run("sync");
    assertEquals(0, mended.exitCode(), mended::err);
    assertEveryTicketOnce();
    String explained = place.run("explain", "acme/backend#1").out();
    assertTrue(
        explained.lines().filter(line -> line.contains("refuses the token")).count() <= 1,
        explained);
  }

  @Test
  void aTokenThatIsMendedAtOnceCountsAtOnce() {
    place.github().revokeToken();
    assertEquals(1, place.run("sync").exitCode());
    place.github().restoreToken();
    Program.Result mended = place.run("sync");
    assertEquals(0, mended.exitCode(), mended::err);
    assertEveryTicketOnce();
  }

  @Test
  void aRepositoryThatDoesNotExistIsNamedUntilItDoes() throws IOException {
    place.github().hideRepository(Installation.REPOSITORY);

    Program.Result sync = place.run("sync");

    assertEquals(1, sync.exitCode(), sync::out);
    assertTrue(sync.err().contains("acme/backend"), sync::err);
    Program.Result again = place.run("sync");
    assertEquals(1, again.exitCode(), again::out);

    place.github().showRepository(Installation.REPOSITORY);
    clock.pass(Duration.ofMinutes(10));
    Program.Result mended = place.run("sync");
    assertEquals(0, mended.exitCode(), mended::err);
    assertEveryTicketOnce();
  }

  @Test
  void aRepositoryThatVanishesTakesNoTicketAlong() {
    assertEquals(0, place.run("sync").exitCode());
    String status = place.run("status").out();
    place.github().hideRepository(Installation.REPOSITORY);
    clock.pass(Duration.ofDays(2));

    Program.Result sync = place.run("sync");

    assertEquals(1, sync.exitCode(), sync::out);
    assertEquals(status, place.run("status").out());
    place.github().showRepository(Installation.REPOSITORY);
    Program.Result mended = place.run("sync");
    assertEquals(0, mended.exitCode(), mended::err);
    assertEveryTicketOnce();
  }

  @ParameterizedTest
  @EnumSource(names = {"LOSE_REPLY", "CUT_REPLY", "ERROR_AFTER"})
  void aTicketWhoseReplyIsLostIsFoundByItsMark(StubFault fault) {
    place.github().inject(fault, BadTrackerTest::creates, 1);

    Program.Result sync = place.run("sync");

    assertEquals(0, sync.exitCode(), sync::err);
    assertEveryTicketOnce();
    assertEquals(3, creations());
    assertQuiet();
  }

  @Test
  void aTicketThatListsDoNotShowYetIsWaitedFor() {
    place.github().lagLists(Duration.ofMinutes(2));
    place.github().inject(StubFault.LOSE_REPLY, BadTrackerTest::creates, 3);
    Program.Result sync = place.run("sync");
    clock.pass(Duration.ofMinutes(11));
    Program.Result later = place.run("sync");
    assertEquals(0, later.exitCode(), () -> sync.err() + later.err());
    assertEveryTicketOnce();
    assertEquals(3, creations());
  }

  @Test
  void aLostRequestIsNamedAndSentAgainAfterTheLag() {
    place.github().inject(StubFault.LOSE_REQUEST, BadTrackerTest::creates, 1);

    Program.Result sync = place.run("sync");

    assertEquals(1, sync.exitCode(), sync::out);
    assertEquals(1, sync.err().lines().count(), sync::err);
    assertEquals(2, place.github().issues(Installation.REPOSITORY).size());
    String lost = lost();
    assertTrue(sync.err().contains(lost), () -> lost + " is not named in " + sync.err());
    clock.pass(Duration.ofMinutes(9));
    Program.Result early = place.run("sync");
    assertEquals(1, early.exitCode(), early::out);
    assertEquals(3, creations(), "nothing is sent blindly");

    clock.pass(Duration.ofMinutes(1));
    Program.Result later = place.run("sync");
    assertEquals(0, later.exitCode(), later::err);
    assertEveryTicketOnce();
    assertEquals(4, creations());
    assertQuiet();
  }

  @Test
  void aTrackerWithoutALagNeedsNoWait() throws IOException {
    place.configure("", "pace: 0s, find-lag: 0s");
    place.github().inject(StubFault.LOSE_REQUEST, BadTrackerTest::creates, 1);
    Program.Result sync = place.run("sync");
    assertEquals(0, sync.exitCode(), sync::err);
    assertEveryTicketOnce();
    assertEquals(4, creations());
  }

  @ParameterizedTest
  @CsvSource({"TOO_MANY_REQUESTS, 30", "PRIMARY_LIMIT, 600", "SECONDARY_LIMIT, 60"})
  void aLimitIsWaitedForInSilence(StubFault fault, long seconds) {
    place.github().inject(fault, BadTrackerTest::creates, 1);

    Program.Result sync = place.run("sync");

    assertEquals(1, sync.exitCode(), sync::out);
    assertTrue(sync.err().contains("backend: "), sync::err);
    assertEquals(1, creations());
    place.github().forgetJournal();
    Program.Result during = place.run("sync");
    assertEquals(1, during.exitCode(), during::out);
    clock.pass(Duration.ofSeconds(seconds - 1));
    assertEquals(1, place.run("sync").exitCode());
    assertEquals(List.of(), lines(), "nothing at all is sent before the time");

    clock.pass(Duration.ofSeconds(2 + seconds / 10));
    Program.Result after = place.run("sync");
    assertEquals(0, after.exitCode(), after::err);
    assertEveryTicketOnce();
  }

  @ParameterizedTest
  @CsvSource({"TOO_MANY_REQUESTS, 30", "PRIMARY_LIMIT, 600", "SECONDARY_LIMIT, 60"})
  void aLimitOnReadingIsWaitedForAsWell(StubFault fault, long seconds) {
    assertEquals(0, place.run("sync").exitCode());
    place.github().inject(fault, 1);
    Program.Result sync = place.run("sync");
    assertEquals(1, sync.exitCode(), sync::out);

    place.github().forgetJournal();
    clock.pass(Duration.ofSeconds(seconds - 1));
    Program.Result during = place.run("sync");
    assertEquals(1, during.exitCode(), during::out);
    assertTrue(during.err().contains("backend: "), during::err);
    assertEquals(List.of(), lines());

    clock.pass(Duration.ofSeconds(2 + seconds / 10));
    Program.Result after = place.run("sync");
    assertEquals(0, after.exitCode(), after::err);
  }

  private void assertQuiet() {
    place.github().forgetJournal();
    Program.Result again = place.run("sync");
    assertEquals(0, again.exitCode(), again::err);
    assertEquals(List.of(), place.github().writes());
  }

  private void assertEveryTicketOnce() {
    assertEquals(
        TITLES,
        place.github().issues(Installation.REPOSITORY).stream()
            .map(GitHubStub.Seen::title)
            .sorted()
            .toList());
  }

  private List<String> lines() {
    return place.github().journal().stream().map(StubExchange::line).toList();
  }

  private long creations() {
    return place.github().writes().stream().filter(BadTrackerTest::creates).count();
  }

  private static boolean creates(StubExchange exchange) {
    return exchange.method().equals("POST") && exchange.path().endsWith("/issues");
  }

  /** The id of the item that has no ticket. */
  private String lost() {
    String status = place.run("status").out();
    List<String> lines = status.lines().toList();
    return IntStream.range(1, lines.size())
        .filter(i -> !lines.get(i).contains("acme/backend#"))
        .mapToObj(i -> lines.get(i).strip())
        .filter(line -> line.contains("  "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst()
        .orElseThrow(() -> new AssertionError(status));
  }

  private static String postmortem(List<String> promises) {
    StringBuilder text = new StringBuilder();
    text.append("---\nid: INC-42\ntitle: Checkout outage\ndate: 2026-11-02\n");
    text.append("services: [checkout]\nowner: Carol Diaz\n---\n## Action items\n\n");
    promises.forEach(
        promise ->
            text.append("- [ ] ")
                .append(promise)
                .append(". Owner: Alice Martin, due 2027-01-15\n"));
    return text.toString();
  }
}
