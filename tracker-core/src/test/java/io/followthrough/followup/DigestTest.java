package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.followup.DigestLine.Section;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.Judgement;
import io.followthrough.item.Stage;
import io.followthrough.tracker.TicketState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one person is told of a period. */
final class DigestTest {
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

  private final Scene scene = new Scene();

  @ParameterizedTest
  @CsvSource({
    // due, last human act, state, weekly, daily
    "2026-11-29, 2026-11-29, OPEN, OVERDUE, OVERDUE",
    "2026-11-30, 2026-11-29, OPEN, DUE_SOON, DUE_SOON",
    "2026-12-03, 2026-11-29, IN_PROGRESS, DUE_SOON, DUE_SOON",
    "2026-12-04, 2026-11-29, OPEN, DUE_SOON, -",
    "2026-12-07, 2026-11-29, OPEN, DUE_SOON, -",
    "2026-12-08, 2026-11-29, OPEN, -, -",
    "2026-12-08, 2026-11-16, OPEN, SILENT, SILENT",
    "2026-12-08, 2026-11-17, OPEN, -, -",
    "2026-11-29, 2026-11-16, BLOCKED, BLOCKED, BLOCKED",
    "2026-11-29, 2026-11-16, DONE, -, -",
    "2026-11-29, 2026-11-16, DECLINED, -, -",
    "2026-11-29, 2026-11-16, GONE, -, -",
  })
  void anItemStandsUnderOneHeading(
      String due, String humanAct, TicketState state, String weekly, String daily) {
    scene.due(due);
    scene.humanActAt = Instant.parse(humanAct + "T09:00:00Z");
    scene.ticketState = state;

    assertEquals(weekly, section(DigestRhythm.WEEKLY));
    assertEquals(daily, section(DigestRhythm.DAILY));
  }

  @Test
  void whatIsSnoozedIsLeftOut() {
    scene.due("2026-11-20");
    scene.quiet = Optional.of(new Quiet(NOW.plusSeconds(1), "snoozed"));
    assertEquals("-", section(DigestRhythm.WEEKLY));

    scene.quiet = Optional.of(new Quiet(NOW, "snoozed"));
    assertEquals("OVERDUE", section(DigestRhythm.WEEKLY));
  }

  @Test
  void whoStandsInIsToldWhy() {
    scene.due("2026-11-20");
    scene.assignees = List.of();
    scene.unreachable = Set.of("Alice Martin");
    scene.delegate = Optional.of("Bob Stone");

    DigestLine line = line(DigestRhythm.WEEKLY).orElseThrow();

    assertEquals("Bob Stone", line.person());
    String text = body(line);
    assertTrue(text.contains("You are told because Alice Martin can't be reached here."), text);
  }

  @Test
  void whatIsHeldTellsWhatItLacks() {
    ActionItem proposed =
        ActionItem.born(
            Scene.id(),
            scene.origin(),
            scene.item().promise(),
            new Judgement(
                Stage.PROPOSED,
                Optional.of("Alice Martin"),
                Optional.empty(),
                Optional.empty(),
                List.of(new Finding("due-missing", true, "no day is named; write one."))),
            NOW);

    DigestLine line =
        digest(DigestRhythm.WEEKLY)
            .line(
                FollowUpCase.of(
                    proposed,
                    Optional.empty(),
                    scene.state,
                    person -> person.handle("backend", "github")),
                NOW)
            .orElseThrow();

    assertEquals(Section.HELD, line.section());
    assertEquals(
        "Your action items this week: 1 held back",
        digest(DigestRhythm.WEEKLY).wording().title(List.of(line)));
    assertTrue(
        body(line)
            .contains(
                "Add an alert for replication lag: no day is named; write one. In Checkout outage"
                    + " (INC-42)."),
        body(line));
  }

  @Test
  void aDigestReadsLikeThis() {
    scene.due("2026-11-20");

    assertEquals(
        """
        One thing from a postmortem is with you. Answer in its ticket, or in the postmortem.
        Overdue
        Add an alert for replication lag (acme/backend#12) was due on 20 November 2026, 10 days ago. From Checkout outage (INC-42).
        Followthrough, once a week on behalf of the postmortems. Questions: #reliability""",
        body(line(DigestRhythm.WEEKLY).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    // Monday is a holiday; the week goes on until Sunday.
    "WEEKLY, UTC, 2026-11-23T09:00:00Z, -",
    "WEEKLY, UTC, 2026-11-24T08:59:59Z, -",
    "WEEKLY, UTC, 2026-11-24T09:00:00Z, 2026-W48",
    "WEEKLY, UTC, 2026-11-26T16:59:59Z, 2026-W48",
    "WEEKLY, UTC, 2026-11-28T12:00:00Z, -",
    "WEEKLY, Pacific/Auckland, 2026-11-29T20:00:00Z, 2026-W49",
    "WEEKLY, UTC, 2026-12-31T09:00:00Z, 2026-W53",
    "WEEKLY, UTC, 2027-01-01T09:00:00Z, 2026-W53",
    "DAILY, UTC, 2026-11-24T09:00:00Z, 2026-11-24",
    "DAILY, UTC, 2026-11-23T09:00:00Z, -",
    "DAILY, America/New_York, 2026-11-25T13:59:00Z, -",
    "DAILY, America/New_York, 2026-11-25T14:00:00Z, 2026-11-25",
  })
  void aPeriodIsToldOfAtWork(DigestRhythm rhythm, ZoneId zone, Instant now, String period) {
    WorkCalendar usual = WorkCalendar.standard();
    WorkCalendar calendar =
        new WorkCalendar(
            ZoneOffset.UTC,
            usual.from(),
            usual.to(),
            usual.days(),
            Set.of(LocalDate.of(2026, 11, 23)));

    assertEquals(
        period, rhythm.now(calendar, zone, now).map(DigestRhythm.Period::name).orElse("-"));
  }

  private String body(DigestLine line) {
    return digest(DigestRhythm.WEEKLY).wording().body(List.of(line)).text();
  }

  private String section(DigestRhythm rhythm) {
    return line(rhythm).map(line -> line.section().name()).orElse("-");
  }

  private Optional<DigestLine> line(DigestRhythm rhythm) {
    return digest(rhythm)
        .line(
            new FollowUpCase(
                scene.item(),
                Optional.of(scene.mirror()),
                scene.state,
                person ->
                    scene.unreachable.contains(person.name())
                        ? Optional.empty()
                        : person.handle("backend", "github"),
                scene.quiet,
                List.of()),
            NOW);
  }

  private Digest digest(DigestRhythm rhythm) {
    return new Digest(rhythm, "#reliability", Profiles.only(scene.policy()), scene.people());
  }
}
