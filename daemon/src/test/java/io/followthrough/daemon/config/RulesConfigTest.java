package io.followthrough.daemon.config;

import static io.followthrough.daemon.config.GateConfig.RuleEffect.HOLD;
import static io.followthrough.daemon.config.GateConfig.RuleEffect.OFF;
import static io.followthrough.daemon.config.GateConfig.RuleEffect.WARN;
import static io.followthrough.daemon.config.OverdueStep.Role.INCIDENT_OWNER;
import static io.followthrough.daemon.config.OverdueStep.Role.LEADERSHIP;
import static io.followthrough.daemon.config.OverdueStep.Role.MANAGER;
import static io.followthrough.daemon.config.OverdueStep.Role.OWNER;
import static io.followthrough.daemon.config.OverdueStep.Role.SERVICE_OWNER;
import static io.followthrough.daemon.config.OverdueStep.Role.TEAM_LEAD;
import static io.followthrough.daemon.config.Written.allDiffer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Lapse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesConfigTest {
  @TempDir private Path folder = Path.of("");
  private Written written = new Written(folder);

  @BeforeEach
  void anEmptyFolder() {
    written = new Written(folder).with("TOKEN", "t0ken");
  }

  private static final LadderConfig LADDER =
      new LadderConfig(
          Optional.of(Lapse.ofDays(14)),
          Optional.of(Lapse.ofDays(3)),
          List.of(
              new OverdueStep(Lapse.ZERO, List.of(OWNER), false),
              new OverdueStep(Lapse.ofDays(7), List.of(OWNER, INCIDENT_OWNER), false),
              new OverdueStep(Lapse.ofDays(21), List.of(TEAM_LEAD), false)),
          Lapse.ofDays(3));

  private static final FollowUpConfig FOLLOW_UP =
      new FollowUpConfig(
          ZoneId.of("UTC"),
          new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
          Set.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY),
          Holidays.NONE,
          LADDER,
          Optional.empty(),
          FollowUpConfig.Digest.WEEKLY,
          Map.of());

  @Test
  void theGateHasItsDefaults() {
    GateConfig gate = written.load(Written.SMALLEST).gate();
    assertEquals(
        new GateConfig(
            5,
            Map.ofEntries(
                Map.entry("owner-missing", HOLD),
                Map.entry("owner-is-team", HOLD),
                Map.entry("owner-unknown", HOLD),
                Map.entry("due-missing", HOLD),
                Map.entry("due-past", WARN),
                Map.entry("due-far", WARN),
                Map.entry("vague", HOLD),
                Map.entry("observation", HOLD),
                Map.entry("duplicate", HOLD),
                Map.entry("systemic", HOLD),
                Map.entry("no-criterion", WARN),
                Map.entry("no-target", WARN),
                Map.entry("only-documentation", WARN)),
            Map.of(),
            Map.of()),
        gate);
    assertEquals(gate, written.load(Written.SMALLEST + "gate: { due-default: off }\n").gate());
  }

  @Test
  void everyKeyOfTheGateIsTaken() {
    GateConfig full =
        allDiffer(
            written.load(Written.SMALLEST).gate(),
            written
                .load(
                    Written.SMALLEST
                        + """
                        gate:
                          max-items: 1000
                          rules: { owner-missing: off, owner-is-team: off, owner-unknown: off, due-missing: off,
                                   due-past: off, due-far: off, vague: off, observation: off, duplicate: off,
                                   systemic: off, no-criterion: off, no-target: off, only-documentation: off }
                          due-default: { critical: 7d, high: 30d, medium: 60d, low: 90d }
                          sprints: { "Sprint 14": 2026-12-04 }
                        """)
                .gate());
    assertEquals(1000, full.maxItems());
    assertEquals(13, full.rules().size());
    assertTrue(full.rules().values().stream().allMatch(OFF::equals));
    assertEquals(
        Map.of(
            "critical", Lapse.ofDays(7),
            "high", Lapse.ofDays(30),
            "medium", Lapse.ofDays(60),
            "low", Lapse.ofDays(90)),
        full.dueDefault());
    assertEquals(Map.of("Sprint 14", LocalDate.of(2026, 12, 4)), full.sprints());
  }

  @Test
  void followingUpHasItsDefaults() {
    assertEquals(FOLLOW_UP, written.load(Written.SMALLEST).followUp());
    assertEquals(
        FOLLOW_UP, written.load(Written.SMALLEST + "follow-up: { start: first run }\n").followUp());
  }

  @Test
  void everyKeyOfFollowingUpIsTaken() {
    LadderConfig ladder =
        new LadderConfig(
            Optional.of(Lapse.ofDays(7)),
            Optional.empty(),
            List.of(
                new OverdueStep(Lapse.ofDays(1), List.of(SERVICE_OWNER, MANAGER), true),
                new OverdueStep(Lapse.ofDays(28), List.of(LEADERSHIP), false)),
            Lapse.parse("12h"));
    FollowUpConfig full =
        new FollowUpConfig(
            ZoneId.of("Europe/Paris"),
            new WorkingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
            Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
            new Holidays(Set.of(LocalDate.of(2026, 12, 25))),
            allDiffer(LADDER, ladder),
            Optional.of(LocalDate.of(2026, 11, 1)),
            FollowUpConfig.Digest.OFF,
            Map.of(
                "urgent",
                new LadderConfig(
                    Optional.of(Lapse.ofDays(3)),
                    Optional.of(Lapse.ofDays(1)),
                    List.of(new OverdueStep(Lapse.ofDays(2), List.of(OWNER), false)),
                    Lapse.ofDays(1)),
                "same",
                ladder));
    assertEquals(
        allDiffer(FOLLOW_UP, full),
        written
            .load(
                Written.SMALLEST
                    + """
                    follow-up:
                      time-zone: Europe/Paris
                      working-hours: "00:00-24:00"
                      working-days: [sun, monday]
                      holidays: 2026-12-25
                      nudge-every: 1w
                      due-soon: off
                      overdue:
                        - { after: 1d, notify: [service-owner, manager], raise-priority: true }
                        - { after: 4w, notify: [leadership] }
                      at-most-one-comment-every: 12h
                      start: 2026-11-01
                      digest: off
                      profiles:
                        urgent:
                          nudge-every: 3d
                          due-soon: 1d
                          overdue: [{ after: 2d, notify: [owner] }]
                          at-most-one-comment-every: 1d
                        same: {}
                    """)
            .followUp());
  }

  @Test
  void holidaysMayStandInACalendarFile() {
    written.file(
        "days.ics",
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        SUMMARY:Christmas
        DTSTART;VALUE=DATE:20201225
        DTEND;VALUE=DATE:20201227
        RRULE:FREQ=YEARLY
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DA
         TE:20270329
        SUMMARY:Easter Monday
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20270330
        STATUS:CANCELLED
        END:VEVENT
        END:VCALENDAR
        """);
    Holidays holidays =
        written
            .load(Written.SMALLEST + "follow-up: { holidays: [days.ics, 2027-05-01] }\n")
            .followUp()
            .holidays();
    assertTrue(holidays.contains(LocalDate.of(2027, 3, 29)));
    assertTrue(holidays.contains(LocalDate.of(2027, 5, 1)));
    assertEquals(2 + 2 * 80, holidays.dates().size());
    assertTrue(holidays.contains(LocalDate.of(2030, 12, 26)));
    written.file(
        "days.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200101\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n");
    assertEquals(
        List.of(
            "5:24: follow-up.holidays: an event of the calendar repeats by `FREQ=WEEKLY`;"
                + " only each year is understood, found `days.ics`"),
        written.problems(Written.SMALLEST + "follow-up: { holidays: days.ics }\n"));
  }

  @Test
  void routesTakeEveryKeyAndOneValueForAListOfOne() {
    RouteConfig bare =
        new RouteConfig(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "sandbox",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    RouteConfig full =
        new RouteConfig(
            List.of("payments", "billing"),
            List.of("Payments"),
            List.of("SEV1"),
            List.of("docs"),
            List.of("detection"),
            "other",
            Optional.of("PAY2"),
            Optional.of("Bug"),
            List.of("sev1"),
            Optional.of("PAY-1"),
            Optional.of("urgent"),
            Optional.of("Bob Stone"));
    assertTrue(bare.isUnconditional());
    assertEquals(
        List.of(allDiffer(bare, full), bare),
        written
            .load(
                Written.REQUIRED
                    + """
                    sources: [{ name: docs, type: directory, path: docs }]
                    trackers: [{ name: sandbox, type: embedded }, { name: other, type: embedded }]
                    follow-up: { profiles: { urgent: { nudge-every: 3d } } }
                    teams: [{ name: Payments }]
                    routes:
                      - { service: [payments, billing], team: [Payments], severity: SEV1, source: docs, kind: detection,
                          tracker: other, project: PAY2, issue-type: Bug, labels: [sev1], parent: PAY-1,
                          profile: urgent, triage: Bob Stone }
                      - { tracker: sandbox }
                    """)
            .routes());
  }
}
