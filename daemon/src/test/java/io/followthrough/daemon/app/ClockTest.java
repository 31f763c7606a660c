package io.followthrough.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.source.DirectorySource;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.MemoryTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever clocks do: no message twice, no storm, one present step for each ticket. */
final class ClockTest {
  /** Three days, and the hour by which a day or a clock may be off. */
  private static final Duration SPACING = Duration.ofHours(71);

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String YAML =
      """
      installation: acme-sre
      contact: "#reliability"
      sources:
        - { name: docs, type: directory, path: ./postmortems, settle: 0s }
      trackers:
        - { name: board, type: embedded }
      people:
        - { name: Alice Martin, accounts: { board: alice-m }, manager: Victor Prime }
        - { name: Victor Prime, accounts: { board: victor-p } }
      follow-up: { time-zone: Europe/Paris }
      """;

  /**
   * A case.
   *
   * @param starts the first run, by the wall in Paris
   * @param due of the first item; the other one is due two years later
   * @param days how long it goes on
   * @param said what stands on the first ticket at the end: when, by the wall, and what
   */
  private record Case(
      String name, String starts, String due, int days, List<Event> events, List<String> said) {}

  /**
   * Something happens to the machine.
   *
   * @param at by the wall in Paris, as it really is
   * @param skew by how much its clock is wrong from then on
   * @param sleep for how long it does nothing
   */
  private record Event(String at, Duration skew, Duration sleep) {
    static Event skew(String at, Duration skew) {
      return new Event(at, skew, Duration.ZERO);
    }

    static Event sleep(String at, Duration sleep) {
      return new Event(at, Duration.ZERO, sleep);
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(
              "summer begins",
              "2027-03-15T10:00",
              "2027-03-26",
              40,
              List.of(),
              List.of(
                  "2027-03-23T09:00 due-soon",
                  "2027-03-29T09:00 overdue",
                  "2027-04-05T09:00 overdue",
                  "2027-04-19T09:00 overdue")),
          new Case(
              "winter begins",
              "2026-10-12T10:00",
              "2026-10-23",
              40,
              List.of(),
              List.of(
                  "2026-10-20T09:00 due-soon",
                  "2026-10-26T09:00 overdue",
                  "2026-11-02T09:00 overdue",
                  "2026-11-16T09:00 overdue")),
          new Case(
              "a leap day",
              "2028-02-14T10:00",
              "2028-02-29",
              40,
              List.of(),
              List.of(
                  "2028-02-28T09:00 due-soon",
                  "2028-03-02T09:00 overdue",
                  "2028-03-08T09:00 overdue",
                  "2028-03-22T09:00 overdue")),
          new Case(
              "a clock that is set back an hour and put right a day later",
              "2026-11-02T10:00",
              "2026-11-10",
              40,
              List.of(
                  Event.skew("2026-11-11T10:00", Duration.ofHours(-1)),
                  Event.skew("2026-11-12T10:00", Duration.ZERO)),
              List.of(
                  "2026-11-09T09:00 due-soon",
                  "2026-11-12T10:00 overdue",
                  "2026-11-18T09:00 overdue",
                  "2026-12-02T09:00 overdue")),
          new Case(
              "a clock that is set back a year and put right a week later",
              "2026-11-02T10:00",
              "2026-11-10",
              40,
              List.of(
                  Event.skew("2026-11-11T10:00", Duration.ofDays(-365)),
                  Event.skew("2026-11-18T10:00", Duration.ZERO)),
              List.of(
                  "2026-11-09T09:00 due-soon",
                  "2026-11-18T10:00 overdue",
                  "2026-12-02T09:00 overdue")),
          new Case(
              "a machine that sleeps for a month",
              "2026-11-02T10:00",
              "2026-11-10",
              60,
              List.of(Event.sleep("2026-11-04T18:00", Duration.ofDays(30))),
              List.of("2026-12-07T09:00 overdue", "2026-12-21T09:00 nudge")));

  @TempDir private Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> clocks() {
    return CASES.stream().map(each -> dynamicTest(each.name(), () -> play(each)));
  }

  private void play(Case played) throws IOException {
    Path place = Files.createDirectories(folder.resolve(played.name().replace(' ', '-')));
    Machine machine = new Machine(place, played);
    machine.run();
    assertEquals(played.said(), machine.said("Rotate"));
    machine.checkAll();
  }

  /** The program on a machine of its own, looked after once an hour. */
  private static final class Machine {
    private final Case played;
    private final Path folder;
    private final Ledger ledger = new MemoryLedger();
    private Instant now;
    private Duration skew = Duration.ZERO;
    private Instant asleepUntil = Instant.MIN;
    private final MemoryTracker board = MemoryTracker.of("board", () -> now);

    Machine(Path folder, Case played) throws IOException {
      this.folder = folder;
      this.played = played;
      this.now = wall(played.starts());
      Files.writeString(folder.resolve("followthrough.yaml"), YAML);
      Path postmortems = Files.createDirectories(folder.resolve("postmortems"));
      Files.writeString(
          postmortems.resolve("a.md"), postmortem(played.starts().substring(0, 10), played.due()));
    }

    void run() throws IOException {
      Configuration configuration =
          ConfigFile.load(
              folder.resolve("followthrough.yaml"),
              Map.of(),
              Features.of(Set.of("directory"), Set.of("embedded")));
      Path postmortems = folder.resolve("postmortems");
      try (House house =
          new House(
              configuration,
              ledger,
              Map.of("board", board),
              List.of(new DirectorySource("docs", postmortems, List.of("**/*.md"), true)),
              this::ours,
              "test",
              false)) {
        Houses.confirm(configuration, ledger, List.of(), now);
        Instant end = now.plus(Duration.ofDays(played.days()));
        while (now.isBefore(end)) {
          played.events().stream()
              .filter(event -> wall(event.at()).equals(now))
              .forEach(this::happen);
          if (!now.isBefore(asleepUntil)) {
            house.mirror(ours());
            house.followUp(ours());
          }
          now = now.plus(Duration.ofHours(1));
        }
      }
    }

    private void happen(Event event) {
      skew = event.skew();
      asleepUntil = now.plus(event.sleep());
    }

    private Instant ours() {
      return now.plus(skew);
    }

    /** What stands on a ticket: when, by the wall, and what. */
    List<String> said(String title) {
      return board.snapshot().tickets().stream()
          .filter(held -> held.ticket().title().startsWith(title))
          .flatMap(held -> held.comments().stream())
          .map(ClockTest::told)
          .toList();
    }

    /** Two tickets, nothing twice, a distance between any two comments. */
    void checkAll() {
      assertEquals(2, board.snapshot().tickets().size());
      board
          .snapshot()
          .tickets()
          .forEach(
              held -> {
                List<Comment> comments = held.comments();
                Set<String> keys = new HashSet<>();
                for (int i = 0; i < comments.size(); i++) {
                  assertTrue(keys.add(comments.get(i).key().orElseThrow()), "said twice");
                  assertTrue(
                      i == 0
                          || Duration.between(
                                      comments.get(i - 1).createdAt(), comments.get(i).createdAt())
                                  .compareTo(SPACING)
                              >= 0,
                      () -> "a storm: " + comments);
                }
              });
    }
  }

  private static Instant wall(String time) {
    return LocalDateTime.parse(time).atZone(PARIS).toInstant();
  }

  private static String told(Comment comment) {
    String kind = comment.key().orElseThrow().split("/", -1)[2];
    return comment.createdAt().atZone(PARIS).toLocalDateTime() + " " + kind;
  }

  private static String postmortem(String date, String due) {
    return """
        ---
        id: INC-1
        date: %s
        services: [payments]
        owner: Alice Martin
        ---
        # The outage of payments

        ## Action items

        - [ ] Rotate the signing keys of the gateway. Owner: Alice Martin, due %s
        - [ ] Drill the restore of the orders database. Owner: Alice Martin, due 2029-01-15
        """
        .formatted(date, due);
  }
}
