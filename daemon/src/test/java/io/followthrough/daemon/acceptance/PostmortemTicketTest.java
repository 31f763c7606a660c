package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ticket for each postmortem: what became of its items, and where held ones are answered. */
final class PostmortemTicketTest {
  private static final String TITLE = "Postmortem follow-up: INC-42: Checkout outage";
  private static final String DOCUMENT =
      """
      # INC-42: Checkout outage

      Incident owner: Carol Diaz
      Date: 2026-11-02

      ## Action items

      - Add an alert for replication lag above 30 s (owner: Alice Martin, due 2026-12-20)
      - Write the failover runbook (owner: TBD, due 2026-12-20)
      - Rehearse the restore of the basket database (owner: everyone, due 2026-12-20)
      - Pin the version of the payment client (due 2026-12-20)
      """;

  /** A Tuesday. */
  private final Hands clock = new Hands("2026-11-10T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void itIsOpenedOnceListsTheItemsAndIsNotTouchedWithoutNews() throws IOException {
    try (Installation place = started()) {
      GitHubStub.Seen own = own(place);

      assertEquals(2, place.tickets());
      assertEquals(List.of("carol-d"), own.assignees());
      assertTrue(own.body().contains("**1 accepted**: Add an alert"), own::body);
      assertTrue(own.body().contains("**2 held**: Write the failover runbook"), own::body);
      assertTrue(own.body().contains("Lacks: "), own::body);
      assertTrue(own.body().contains("accept 2 owner @bob due"), own::body);
      place.github().forgetJournal();
      clock.pass(Duration.ofHours(2));
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(List.of(), place.github().writes());
    }
  }

  @Test
  void whatIsHeldIsAnsweredThere() throws IOException {
    try (Installation place = started()) {
      int number = own(place).number();
      clock.pass(Duration.ofHours(2));
      place
          .github()
          .comment(
              Installation.REPOSITORY,
              number,
              "carol-d",
              "Thanks!\naccept 2 owner @bob-s due 2026-12-18\ndecline 3 because it is being"
                  + " replaced\naware 4\naccept 9");
      sync(place);
      sync(place);

      assertEquals(1, place.titled("Write the failover runbook").size());
      String status = place.run("status").out();
      assertTrue(status.contains("declined  Rehearse the restore"), status);
      assertTrue(status.contains("aware  Pin the version"), status);
      List<String> said = said(place, number);
      assertEquals(1, said.size(), said::toString);
      assertTrue(said.get(0).contains("2: accepted"), said::toString);
      assertTrue(said.get(0).contains("9: there is no such number"), said::toString);
      clock.pass(Duration.ofHours(2));
      sync(place);
      String body = own(place).body();
      assertTrue(body.contains("**2 accepted**: Write the failover runbook"), body);
      assertTrue(body.contains("**3 declined**: Rehearse"), body);
      assertFalse(body.contains("accept 2 owner"), body);
      Files.writeString(folder.resolve("postmortems/a.md"), DOCUMENT + "\nMore words.\n");
      clock.pass(Duration.ofHours(2));
      sync(place);
      assertTrue(place.run("status").out().contains("aware  Pin the version"), "read again");
      assertEquals(3, place.tickets());
    }
  }

  @Test
  void theOwnerIsToldOnceAndWhatNobodyAnswersIsKnown() throws IOException {
    try (Installation place = started()) {
      int number = own(place).number();
      for (int day = 0; day < 12; day++) {
        clock.pass(Duration.ofDays(1));
        sync(place);
      }
      List<String> said = said(place, number);
      assertEquals(1, said.size(), said::toString);
      assertTrue(said.get(0).contains("@carol-d"), said::toString);
      assertTrue(said.get(0).contains("3 items of this postmortem wait"), said::toString);
      clock.pass(Duration.ofDays(20));
      sync(place);
      String status = place.run("status").out();
      assertTrue(status.contains("aware  Write the failover runbook"), status);
      assertFalse(status.contains("proposed"), status);
    }
  }

  @Test
  void itSaysOnceThatNothingIsOwedAnyMore() throws IOException {
    try (Installation place = started()) {
      int number = own(place).number();
      clock.pass(Duration.ofHours(2));
      place
          .github()
          .comment(
              Installation.REPOSITORY, number, "carol-d", "aware 2\naware 3\ndecline 4 because no");
      place.github().close(Installation.REPOSITORY, 1, "alice-m", "completed");
      for (int day = 0; day < 5; day++) {
        sync(place);
        clock.pass(Duration.ofDays(1));
      }
      List<String> said = said(place, number);
      assertEquals(2, said.size(), said::toString);
      assertTrue(
          said.get(1).contains("Nothing of this postmortem is owed any more: 1 done"),
          said::toString);
      assertTrue(own(place).body().contains("All 4 are done or declined."));
    }
  }

  @Test
  void aLostStoreFindsItAndItsAnswersAgain() throws IOException {
    try (Installation place = started()) {
      int number = own(place).number();
      clock.pass(Duration.ofHours(2));
      place.github().comment(Installation.REPOSITORY, number, "carol-d", "aware 4");
      sync(place);
      for (String file : List.of("followthrough.db", "followthrough.db-wal")) {
        Files.deleteIfExists(folder.resolve(file));
      }
      clock.pass(Duration.ofHours(2));
      assertEquals(0, place.run("recover").exitCode());
      place.run("confirm", "--yes");
      clock.pass(Duration.ofHours(2));
      sync(place);
      sync(place);

      assertEquals(2, place.tickets());
      assertEquals(1, said(place, number).size(), () -> said(place, number).toString());
      assertTrue(place.run("status").out().contains("aware  Pin the version"));
    }
  }

  @Test
  void aRenamedDocumentKeepsItsTicket() throws IOException {
    try (Installation place = started()) {
      place.delete("a.md");
      place.write("b.md", DOCUMENT);
      clock.pass(Duration.ofHours(2));
      sync(place);
      clock.pass(Duration.ofHours(2));
      sync(place);
      assertEquals(2, place.tickets());
      assertTrue(own(place).body().contains("b.md"), () -> own(place).body());
    }
  }

  @Test
  void whatIsHeldLaterHasItsOwnThirtyDaysAndWhatIsTakenOutIsGone() throws IOException {
    try (Installation place = started()) {
      clock.pass(Duration.ofDays(28));
      place.write(
          "a.md",
          DOCUMENT.replace("- Pin the version of the payment client (due 2026-12-20)\n", "")
              + "- Alert on a full disk of the ledger hosts (owner: TBD, due 2026-12-20)\n");
      sync(place);
      clock.pass(Duration.ofDays(3));
      sync(place);
      clock.pass(Duration.ofHours(2));
      sync(place);
      String body = own(place).body();
      assertTrue(body.contains("**2 aware**: Write the failover"), body);
      assertTrue(body.contains("**4 gone**: Pin the version"), body);
      assertTrue(body.contains("**5 held**: Alert on a full disk"), body);
    }
  }

  @Test
  void aFloodOfThemWaitsForAPersonAndABrakeHoldsThem() throws IOException {
    try (Installation place = new Installation(folder, clock)) {
      place.configure("postmortem-ticket: on\nlimits: { max-creates-per-cycle: 2 }\n");
      place.run("confirm", "--yes");
      for (int i = 0; i < 3; i++) {
        String held = "- Write runbook number %d (owner: TBD, due 2026-12-20)\n".formatted(i);
        place.write(i + ".md", "# Outage %d\n\n## Action items\n\n%s".formatted(i, held));
      }
      var flood = place.run("sync");
      assertEquals(4, flood.exitCode(), flood::err);
      assertTrue(flood.out().contains("3 postmortems wait for theirs"), flood::out);
      assertEquals(0, place.tickets());
      clock.pass(Duration.ofHours(2));
      assertEquals(0, place.run("pause").exitCode());
      place.run("confirm", "--yes");
      place.run("sync");
      assertEquals(0, place.tickets(), "paused");
      clock.pass(Duration.ofHours(2));
      place.run("resume");
      sync(place);
      assertEquals(3, place.tickets());
    }
  }

  @Test
  void itSaysWhatItRepeatsUntilAPersonDeniesIt() throws IOException {
    try (Installation place = new Installation(folder, clock)) {
      place.configure("postmortem-ticket: on\n");
      place.write("a.md", repeat("INC-1", "2026-11-01", ""));
      place.write("b.md", repeat("INC-2", "2026-11-05", "repeat-of: INC-1\n"));
      place.run("confirm", "--yes");
      sync(place);
      clock.pass(Duration.ofHours(2));
      sync(place);
      GitHubStub.Seen own = place.titled("Postmortem follow-up: INC-2: Outage INC-2").get(0);
      assertTrue(own.body().contains("It has happened before"), own::body);
      assertTrue(own.body().contains("(INC-1): repeat while a prior action item"), own::body);
      place
          .github()
          .comment(Installation.REPOSITORY, own.number(), "carol-d", "no repeat of INC-1");
      for (int i = 0; i < 2; i++) {
        clock.pass(Duration.ofHours(2));
        sync(place);
      }
      String body = place.titled("Postmortem follow-up: INC-2: Outage INC-2").get(0).body();
      assertFalse(body.contains("happened before"), body);
      assertTrue(said(place, own.number()).get(0).contains("no longer taken"));
      place.write("b.md", repeat("INC-2", "2026-11-05", "repeat-of: INC-1\n") + "\nMore.\n");
      clock.pass(Duration.ofHours(2));
      sync(place);
      String later = place.titled("Postmortem follow-up: INC-2: Outage INC-2").get(0).body();
      assertFalse(later.contains("happened before"), "read again");
    }
  }

  private static String repeat(String id, String date, String more) {
    return """
        ---
        id: %s
        date: %s
        owner: Carol Diaz
        services: [checkout]
        %s---

        # Outage %s

        ## Action items

        - Add an alert for the lag that %s had (owner: Alice Martin, due 2026-12-20)
        """
        .formatted(id, date, more, id, id);
  }

  private Installation started() throws IOException {
    Installation place = new Installation(folder, clock);
    place.configure("postmortem-ticket: on\n");
    place.write("a.md", DOCUMENT);
    place.run("confirm", "--yes");
    sync(place);
    return place;
  }

  private static void sync(Installation place) {
    var result = place.run("sync");
    assertEquals(0, result.exitCode(), () -> result.out() + result.err());
  }

  private static GitHubStub.Seen own(Installation place) {
    List<GitHubStub.Seen> found = place.titled(TITLE);
    assertEquals(1, found.size(), () -> place.github().issues(Installation.REPOSITORY).toString());
    return found.get(0);
  }

  private static List<String> said(Installation place, int number) {
    return place.github().issues(Installation.REPOSITORY).stream()
        .filter(issue -> issue.number() == number)
        .flatMap(issue -> issue.comments().stream())
        .filter(words -> words.contains("followthrough:"))
        .toList();
  }
}
