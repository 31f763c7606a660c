package io.followthrough.daemon.config;

import static io.followthrough.daemon.config.Written.allDiffer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Lapse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeopleConfigTest {
  @TempDir private Path folder = Path.of("");
  private Written written = new Written(folder);

  @BeforeEach
  void anEmptyFolder() {
    written = new Written(folder).with("TOKEN", "t0ken");
  }

  private static final PersonConfig BARE =
      new PersonConfig(
          "Alice",
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private static final PersonConfig FULL =
      new PersonConfig(
          "Alice Martin",
          List.of("alice", "AM"),
          Optional.of("alice@acme.io"),
          Optional.of("alice-m"),
          Optional.of("5b10a2844c20165700ede21g"),
          Optional.of("alice@linear"),
          Optional.of("U123"),
          Map.of("sandbox", "al"),
          Optional.of("Victor Prime"),
          Optional.of("engineer"),
          Optional.of(ZoneId.of("Europe/Paris")),
          Optional.of("Bob Stone"),
          List.of(DateRange.parse("2026-12-20..2027-01-03"), DateRange.parse("2027-02-01")),
          Optional.of(LocalDate.of(2027, 3, 31)),
          Optional.of("Bob Stone"));

  @Test
  void aPersonIsANameAndWhateverElseIsKnown() {
    assertEquals(
        List.of(BARE), written.load(Written.SMALLEST + "people: [{ name: Alice }]\n").people());
    assertEquals(
        List.of(allDiffer(BARE, FULL)),
        written
            .load(
                Written.SMALLEST
                    + """
                    people:
                      - { name: Alice Martin, aliases: [alice, AM], email: alice@acme.io, github: alice-m,
                          jira: 5b10a2844c20165700ede21g, linear: alice@linear, slack: U123, accounts: { sandbox: al },
                          manager: Victor Prime, level: engineer, time-zone: Europe/Paris, delegate: Bob Stone,
                          away: ["2026-12-20..2027-01-03", 2027-02-01], left: 2027-03-31, successor: Bob Stone }
                    """)
            .people());
  }

  @Test
  void absencesMayStandInACalendar() {
    written.file(
        "alice.ics",
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20261226
        END:VEVENT
        END:VCALENDAR
        """);
    String yaml = "people: [{ name: Alice, away: [alice.ics, 2027-02-01] }]\n";
    assertEquals(
        List.of("2026-12-24", "2026-12-25", "2027-02-01"),
        written.load(Written.SMALLEST + yaml).people().get(0).away().stream()
            .map(range -> range.first().toString())
            .toList());
    assertTrue(
        written
            .problems(Written.SMALLEST + yaml.replace("alice.ics", "bob.ics"))
            .toString()
            .contains(".ics"));
  }

  @Test
  void aFileOfPeopleSaysTheSameInColumns() {
    written.file(
        "people.csv",
        """
        name,aliases,email,github,jira,linear,slack,accounts,manager,level,time-zone,delegate,away,left,successor
        "Alice Martin",alice; AM,alice@acme.io,alice-m,5b10a2844c20165700ede21g,alice@linear,U123,sandbox=al,Victor Prime,engineer,Europe/Paris,Bob Stone,2026-12-20..2027-01-03;2027-02-01,2027-03-31,Bob Stone

        Alice,,,
        """);
    Configuration configuration =
        written.load(Written.SMALLEST + "people: [{ name: Bob }]\npeople-file: people.csv\n");
    assertEquals(
        List.of("Bob", "Alice Martin", "Alice"),
        configuration.people().stream().map(PersonConfig::name).toList());
    assertEquals(FULL, configuration.people().get(1));
    assertEquals(BARE, configuration.people().get(2));
    assertEquals(
        1,
        written.load(Written.SMALLEST + "people:\npeople-file: people.csv\n").people().stream()
            .filter(FULL::equals)
            .count());
  }

  @Test
  void mistakesInAFileOfPeopleAreToldWithTheirPlaceThere() {
    written.file(
        "people.csv",
        "name,githb,time-zone\n\"Bob \"\"the\"\" Stone\",bob,Europe/Lisboa\nAl,,,extra\nBob,\"x\n");
    assertEquals(
        List.of(
            "people.csv:1:6: githb: is not a known key; did you mean `github`?",
            "people.csv:2:25: people[0].time-zone: expected a time zone such as Europe/Paris or UTC,"
                + " found `Europe/Lisboa`; did you mean `Europe/Lisbon`?",
            "people.csv:3:6: more values than the first line has keys",
            "people.csv:4:5: the quote that opens here is not closed"),
        written.problems(Written.SMALLEST + "people-file: people.csv\n"));
  }

  @Test
  void aTeamIsANameAndWhateverElseIsKnown() {
    TeamConfig bare =
        new TeamConfig(
            "Payments", Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());
    TeamConfig full =
        new TeamConfig(
            "Web",
            Optional.of("Victor Prime"),
            List.of("Alice Martin"),
            List.of("payments"),
            Optional.of(
                new PlanningConfig(
                    Lapse.ofDays(14),
                    Optional.of(DayOfWeek.MONDAY),
                    Optional.of(LocalDate.of(2026, 11, 23)))),
            Optional.of("#pay-rel"));
    assertEquals(
        List.of(bare, allDiffer(bare, full)),
        written
            .load(
                Written.SMALLEST
                    + """
                    teams:
                      - name: Payments
                      - { name: Web, lead: Victor Prime, members: [Alice Martin], services: [payments],
                          planning: { every: 2w, on: monday, from: 2026-11-23 }, channel: "#pay-rel" }
                    """)
            .teams());
  }

  @Test
  void aServiceIsANameAndWhateverElseIsKnown() {
    ServiceConfig bare = new ServiceConfig("search", List.of(), Optional.empty());
    ServiceConfig full =
        new ServiceConfig("checkout", List.of("checkout-api", "basket"), Optional.of("Payments"));
    assertEquals(
        List.of(bare, allDiffer(bare, full)),
        written
            .load(
                Written.SMALLEST
                    + """
                    services:
                      - name: search
                      - { name: checkout, aliases: [checkout-api, basket], owner: Payments }
                    """)
            .services());
  }
}
