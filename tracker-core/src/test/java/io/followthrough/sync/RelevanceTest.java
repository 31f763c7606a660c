package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.Subject;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelevanceTest {
  private static final Instant BEFORE = Instant.parse("2026-11-16T09:00:00Z");
  private static final Instant CREATED = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-23T09:01:00Z");
  private static final LocalDate DUE = LocalDate.parse("2026-11-20");
  private static final TicketRef REF = new TicketRef("1", "ACME-1", "");

  @ParameterizedTest
  @CsvSource({
    "nudge, OPEN, 2026-11-20, false, ''",
    "nudge, OPEN, 2026-11-20, true, a person has acted since",
    "blocked, BLOCKED, 2026-11-20, true, a person has acted since",
    "nudge, DONE, 2026-11-20, false, the ticket is closed",
    "overdue, OPEN, 2026-11-20, true, ''",
    "overdue, OPEN, 2026-12-20, false, its due date has moved",
    "due-soon, OPEN, 2026-12-20, false, its due date has moved",
    "due-soon, OPEN, 2026-11-20, false, its due date has passed",
    "overdue, DECLINED, 2026-11-20, false, the ticket is closed",
    "evidence, DONE, 2026-11-20, false, ''",
    "evidence, OPEN, 2026-11-20, false, the ticket is open again",
  })
  void whatIsNoLongerTrueIsNotSent(
      String kind, TicketState state, LocalDate due, boolean acted, String lost) {
    ActionItem item = World.item("Add an alert");
    Written written =
        new Written("Add an alert", Optional.empty(), Optional.of(DUE), Optional.empty(), "");
    ActionItem filed = item.filed(new Filing("backend", REF, BEFORE, false, written));

    Optional<String> why =
        Relevance.lost(
            entry(item.id(), kind),
            new Dossier(
                Subject.of(item.id()),
                Optional.of(filed),
                Optional.of(mirror(item.id(), state, due, acted ? AFTER : BEFORE)),
                Optional.empty()),
            AFTER);

    assertEquals(lost, why.orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:00:00Z, ''",
    "2026-11-21T11:59:59Z, ''",
    "2026-11-21T12:00:00Z, its due date has passed",
  })
  void aDateHasPassedWhenItHasForEverybody(Instant now, String lost) {
    ActionItem item = World.item("Add an alert");
    Written written =
        new Written("Add an alert", Optional.empty(), Optional.of(DUE), Optional.empty(), "");
    ActionItem filed = item.filed(new Filing("backend", REF, BEFORE, false, written));

    Optional<String> why =
        Relevance.lost(
            entry(item.id(), "due-soon"),
            new Dossier(
                Subject.of(item.id()),
                Optional.of(filed),
                Optional.of(mirror(item.id(), TicketState.OPEN, DUE, BEFORE)),
                Optional.empty()),
            now);

    assertEquals(lost, why.orElse(""));
  }

  private static OutboxEntry entry(ItemId id, String kind) {
    String key =
        switch (kind) {
          case "overdue" -> EffectKey.overdue("acme-sre", id, DUE, 0, 0);
          case "due-soon" -> EffectKey.dueSoon("acme-sre", id, DUE);
          default -> EffectKey.nudge("acme-sre", id, BEFORE);
        };
    Marker marker = new Marker("acme-sre", id.value(), "d", "t");
    Effect effect = new Effect.PostComment(kind, new CommentDraft(marker, key, Prose.empty()));
    return OutboxEntry.pending(key, "backend", id, effect, CREATED);
  }

  private static Mirror mirror(ItemId id, TicketState state, LocalDate due, Instant humanActAt) {
    Ticket ticket =
        new Ticket(
            REF,
            "Add an alert",
            state,
            "x",
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(due),
            Optional.empty(),
            Optional.empty(),
            "",
            BEFORE,
            BEFORE,
            Optional.empty(),
            Optional.empty());
    return new Mirror(
        id,
        "backend",
        ticket,
        BEFORE,
        humanActAt,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(due));
  }
}
