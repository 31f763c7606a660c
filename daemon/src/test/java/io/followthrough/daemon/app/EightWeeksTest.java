package io.followthrough.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.daemon.schedule.VirtualTimeline;
import io.followthrough.daemon.source.DirectorySource;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.tracker.MemoryTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document enters, eight weeks pass, and the right people hear the right thing once. */
final class EightWeeksTest {
  private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
  private static final String YAML =
      """
      installation: acme-sre
      contact: "#reliability"
      postmortem-ticket: off
      sources:
        - { name: docs, type: directory, path: ./postmortems, settle: 0s }
      trackers:
        - { name: board, type: embedded }
      people:
        - { name: Alice Martin, accounts: { board: alice-m }, manager: Victor Prime }
        - { name: Bob Stone, accounts: { board: bob-s }, manager: Victor Prime }
        - { name: Carol Diaz, accounts: { board: carol-d }, manager: Victor Prime }
        - { name: Victor Prime, accounts: { board: victor-p } }
      teams:
        - { name: Payments, lead: Victor Prime, members: [Alice Martin, Bob Stone] }
      """;
  private static final String POSTMORTEM =
      """
      ---
      id: INC-42
      date: 2026-10-30
      services: [checkout]
      owner: Carol Diaz
      ---
      # Checkout outage

      ## Action items

      - [ ] Add an alert for replication lag above 30 s. Owner: Alice Martin, due 2026-11-20
      - [ ] Write the failover runbook for the orders database. Owner: Bob Stone, due 2026-12-31
      - [ ] Improve monitoring
      """;

  @TempDir private Path folder = Path.of("");
  private final List<String> said = new ArrayList<>();

  @Test
  void theRightPeopleHearTheRightThingOnce() throws IOException {
    Files.writeString(folder.resolve("followthrough.yaml"), YAML);
    Files.createDirectories(folder.resolve("postmortems"));
    Files.writeString(folder.resolve("postmortems/checkout.md"), POSTMORTEM);
    Configuration configuration =
        ConfigFile.load(
            folder.resolve("followthrough.yaml"),
            Map.of(),
            Features.of(Set.of("directory"), Set.of("embedded")));
    VirtualTimeline time = new VirtualTimeline(MONDAY);
    MemoryTracker board = MemoryTracker.builder("board", time).project("ACME").build();
    Ledger ledger = new MemoryLedger();
    try (House house = house(configuration, ledger, board, time)) {
      Houses.confirm(configuration, ledger, List.of(), MONDAY);
      time.every("documents", Duration.ofMinutes(10), () -> house.mirror(time.instant()));
      time.every(
          "tickets", Duration.ofMinutes(5), () -> note(house.followUp(time.instant()), time));
      time.start();

      advance(time, 25);
      board.person("bob-s").comment(ticket(board, "runbook"), "Started, half of it is there.");
      advance(time, 50);
      board.person("bob-s").close(ticket(board, "runbook"));
      advance(time, 56);
    }

    assertEquals(
        List.of(
            "2026-11-16T09:00:00Z nudge runbook -> Bob Stone",
            "2026-11-17T09:00:00Z due-soon alert -> Alice Martin",
            "2026-11-23T09:00:00Z overdue alert -> Alice Martin",
            "2026-11-30T09:00:00Z overdue alert -> Alice Martin, Carol Diaz",
            "2026-12-11T09:00:00Z nudge runbook -> Bob Stone",
            "2026-12-14T09:00:00Z overdue alert -> Victor Prime",
            "2026-12-22T09:05:00Z evidence runbook -> Bob Stone",
            "2026-12-28T09:00:00Z nudge alert -> Alice Martin"),
        said);
  }

  private static House house(
      Configuration configuration, Ledger ledger, MemoryTracker board, VirtualTimeline time) {
    Path postmortems = configuration.sources().get(0).location().directory().orElseThrow();
    return new House(
        configuration,
        ledger,
        Map.of("board", board),
        List.of(new DirectorySource("docs", postmortems, List.of("**/*.md"), true)),
        time,
        "test",
        false);
  }

  private void note(CycleReport report, VirtualTimeline time) {
    for (CycleReport.Said words : report.said()) {
      String item = words.title().contains("runbook") ? "runbook" : "alert";
      said.add(
          time.instant()
              + " "
              + words.kind()
              + " "
              + item
              + " -> "
              + String.join(", ", words.to()));
    }
  }

  private static void advance(VirtualTimeline time, int days) {
    time.advanceTo(MONDAY.plus(Duration.ofDays(days)), instant -> {});
  }

  private static String ticket(MemoryTracker board, String words) {
    return board.snapshot().tickets().stream()
        .map(held -> held.ticket())
        .filter(ticket -> ticket.title().contains(words))
        .findFirst()
        .orElseThrow()
        .ref()
        .key();
  }
}
