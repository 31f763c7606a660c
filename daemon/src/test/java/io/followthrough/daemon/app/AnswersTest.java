package io.followthrough.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.source.DirectorySource;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.daemon.status.StatusJson;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.MemoryTicket;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People answer on their tickets, and are understood. */
final class AnswersTest {
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
        - { name: Alice Martin, accounts: { board: alice-m } }
        - { name: Bob Stone, accounts: { board: bob-s } }
      """;
  private static final String POSTMORTEM =
      """
      ---
      id: INC-42
      date: 2026-10-30
      services: [checkout]
      owner: Alice Martin
      ---
      # Checkout outage

      ## Action items

      - [ ] Add an alert for replication lag above 30 s. Owner: Alice Martin, due 2026-11-20
      """;

  @TempDir private Path folder = Path.of("");
  private Instant now = MONDAY;
  private final InstantSource time = () -> now;
  private MemoryTracker board = MemoryTracker.builder("board", time).build();
  private UnaryOperator<Tracker> shown = UnaryOperator.identity();
  private Ledger ledger = new MemoryLedger();
  private int day;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("followthrough.yaml"), YAML);
    Files.createDirectories(folder.resolve("postmortems"));
    Files.writeString(folder.resolve("postmortems/checkout.md"), POSTMORTEM);
  }

  private Configuration configuration() {
    return ConfigFile.load(
        folder.resolve("followthrough.yaml"),
        Map.of(),
        Features.of(Set.of("directory"), Set.of("embedded")));
  }

  private House house() {
    Houses.confirm(configuration(), ledger, List.of(), time.instant());
    return new House(
        configuration(),
        ledger,
        Map.of("board", shown.apply(board)),
        List.of(
            new DirectorySource("docs", folder.resolve("postmortems"), List.of("**/*.md"), true)),
        time,
        "test",
        false);
  }

  /** Lives on to a day, by one cycle an hour. */
  private void live(House house, int until) {
    Instant end = MONDAY.plus(Duration.ofDays(until));
    while (now.isBefore(end)) {
      now = now.plus(Duration.ofHours(1));
      house.sync(now);
    }
    day = until;
  }

  @Test
  void whoeverSnoozesIsNotAskedBeforeThatDay() {
    try (House house = started()) {
      say("alice-m", "/followthrough snooze until 2026-11-30");
      live(house, 2);
      assertEquals("2026-11-30", status().path("snoozedUntil").asText());
      assertEquals(
          "Nothing will be asked here before 30 November 2026.", lastOfOurs().split("\n", 2)[0]);
      live(house, 27);
      assertEquals(List.of("reply"), said());
      live(house, 29);
      assertEquals(List.of("reply", "overdue"), said());
    }
  }

  @Test
  void severalAnswersInOneCommentAreAcknowledgedOnce() {
    try (House house = started()) {
      say("alice-m", "/followthrough owner @bob-s\n/followthrough due 2026-12-15");
      live(house, 2);
      assertEquals("bob-s", ticket().ticket().assignees().get(0).handle());
      assertEquals(Optional.of(LocalDate.of(2026, 12, 15)), ticket().ticket().due());
      assertTrue(ticket().body().contains("Bob Stone"), ticket()::body);
      assertEquals("Bob Stone", status().path("owner").asText());
      assertEquals("2026-12-15", status().path("due").asText());
      assertEquals(1, status().path("deferrals").asInt());
      assertEquals(List.of("reply"), said());
      live(house, 16);
      assertTrue(lastOfOurs().contains("@bob-s"), this::lastOfOurs);
    }
  }

  @Test
  void whatThePersonSetsInTheTicketAfterwardsWins() {
    try (House house = started()) {
      say("alice-m", "/followthrough owner @bob-s\n/followthrough due 2026-12-15");
      live(house, 2);
      board.person("alice-m").assign(ticket().id(), "alice-m");
      board.person("alice-m").setDue(ticket().id(), LocalDate.of(2026, 12, 18));
      live(house, 4);
      assertEquals("alice-m", ticket().ticket().assignees().get(0).handle());
      assertEquals("2026-12-18", status().path("due").asText());
      assertEquals("alice-m", status().path("owner").asText());
    }
  }

  @Test
  void aTrackerWithoutDatesHasTheNewOneInItsText() {
    board = MemoryTracker.builder("board", time).without(Capability.DUE_DATE).build();
    try (House house = started()) {
      say("alice-m", "/followthrough due 2026-12-15");
      live(house, 30);
      assertTrue(ticket().body().contains("2026-12-15"), ticket()::body);
      assertEquals("2026-12-15", status().path("due").asText());
      assertFalse(said().contains("overdue"), () -> said().toString());
    }
  }

  @Test
  void whatIsDeclinedIsLeftInPeace() {
    try (House house = started()) {
      say("alice-m", "/followthrough decline because checkout is being replaced");
      live(house, 50);
      assertEquals("declined", status().path("state").asText());
      assertEquals("alice-m", status().path("closedBy").asText());
      assertEquals(List.of("reply"), said());
      board.person("bob-s").start(ticket().id());
      live(house, 51);
      assertEquals("in-progress", status().path("state").asText());
    }
  }

  @Test
  void whatIsBlockedIsAskedAboutItsBlockerUntilItIsNot() {
    try (House house = started()) {
      say("alice-m", "/followthrough blocked by PAY-12");
      live(house, 22);
      assertEquals("blocked", status().path("state").asText());
      assertEquals("PAY-12", status().path("blockedBy").asText());
      assertEquals(List.of("reply", "nudge"), said());
      assertTrue(lastOfOurs().contains("this waits for PAY-12"), this::lastOfOurs);
      say("alice-m", "/followthrough unblocked");
      live(house, 23);
      assertEquals("accepted", status().path("state").asText());
    }
  }

  @Test
  void evidenceVerifiesWhatIsDone() {
    try (House house = started()) {
      board.person("alice-m").close(ticket().id());
      say("alice-m", "/followthrough evidence https://git.example/pull/7");
      live(house, 20);
      assertTrue(status().path("verified").asBoolean());
      assertEquals("https://git.example/pull/7", status().path("evidence").path(0).asText());
      assertEquals(List.of("reply"), said());
    }
  }

  @Test
  void onTheDayOfReviewItIsAskedOnce() {
    try (House house = started()) {
      say("alice-m", "/followthrough due 2027-03-01\n/followthrough review 2026-12-07");
      live(house, 36);
      assertEquals(List.of("reply", "ask"), said());
      assertTrue(lastOfOurs().contains("to be looked at again"), this::lastOfOurs);
    }
  }

  @Test
  void unknownWordsAreExplained() {
    try (House house = started()) {
      say("alice-m", "/followthrough snoze 2w");
      live(house, 3);
      assertEquals(List.of("reply"), said());
      assertTrue(lastOfOurs().contains("was not understood"), this::lastOfOurs);
      assertTrue(lastOfOurs().contains("snooze 2w"), this::lastOfOurs);
    }
  }

  @Test
  void ourOwnWordsAreNeverObeyed() {
    try (House house = started()) {
      say("alice-m", "/followthrough help");
      live(house, 10);
      assertEquals(List.of("reply"), said());
    }
  }

  @Test
  void strangersInAPublicPlaceAreNotObeyed() {
    shown = it -> new StrangersOnly(it);
    try (House house = started()) {
      say("mallory", "/followthrough decline because I say so");
      live(house, 3);
      assertEquals("accepted", status().path("state").asText());
      assertEquals(List.of(), said());
    }
  }

  @Test
  void aLostLedgerLearnsTheAnswersAndRepeatsNoReply() {
    try (House house = started()) {
      say("alice-m", "/followthrough snooze until 2026-11-30");
      live(house, 2);
      say("alice-m", "/followthrough decline because checkout is being replaced");
      live(house, 3);
    }
    ledger = new MemoryLedger();
    try (House house = house()) {
      house.recover(time.instant());
      assertEquals("declined", status().path("state").asText());
      live(house, day + 5);
      assertEquals(List.of("reply", "reply"), said());
    }
  }

  private House started() {
    House house = house();
    live(house, 1);
    return house;
  }

  private void say(String handle, String words) {
    board.person(handle).comment(ticket().id(), words);
  }

  private MemoryTicket ticket() {
    return board.snapshot().tickets().get(0);
  }

  private List<Comment> ours() {
    return ticket().comments().stream().filter(it -> it.key().isPresent()).toList();
  }

  private List<String> said() {
    return ours().stream().map(it -> it.key().orElseThrow().split("/", 4)[2]).toList();
  }

  private String lastOfOurs() {
    return ours().isEmpty() ? "" : ours().get(ours().size() - 1).body();
  }

  private JsonNode status() {
    return ledger.read(
        books ->
            StatusJson.of(StatusItem.of(books, books.items().after(Optional.empty(), 1).get(0))));
  }
}
