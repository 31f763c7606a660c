package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a poll takes for a person's act, and what it keeps of it. */
final class PollerTest {
  private static final ActionItem ITEM = World.item("Add an alert for replication lag");

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final MemoryTracker board = MemoryTracker.of("backend", () -> now);
  private final Counting tracker = new Counting(board);
  private final Ledger ledger = new MemoryLedger();
  private final Poller poller =
      new Poller(World.INSTALLATION, ledger, Duration.ofDays(1), new Standstill(10));
  private String ticket = "";

  /** Counts how often a history is read. */
  private static final class Counting extends ForwardingTracker {
    private int histories;
    private List<String> attached = List.of();

    Counting(MemoryTracker tracker) {
      super(tracker);
    }

    @Override
    public Optional<Transition> lastTransition(TicketRef ref) {
      histories++;
      return super.lastTransition(ref)
          .map(turn -> new Transition(turn.to(), turn.at(), turn.by(), turn.words(), attached));
    }

    @Override
    public Optional<Redating> lastRedating(TicketRef ref) {
      histories++;
      return super.lastRedating(ref);
    }
  }

  @BeforeEach
  void aFollowedTicket() {
    look();
    TicketRef ref = board.person("carol").open("Add an alert for replication lag", "");
    ticket = ref.id();
    Written nothing =
        new Written(
            "Add an alert for replication lag",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");
    Filing filing = new Filing("backend", ref, now, false, nothing, Optional.empty());
    ledger.run(books -> books.items().put(ITEM.filed(filing)));
    look();
  }

  @Test
  void aPersonsCommentIsAnAct() {
    now = now.plusSeconds(60);
    board.person("carol").comment(ticket, "On it");

    assertEquals(now, poll().humanActAt());
  }

  @Test
  void ourOwnCommentIsNone() {
    Instant before = poll().humanActAt();
    now = now.plusSeconds(60);
    assertTrue(
        board
            .comment(
                new TicketRef(ticket, ticket, ""),
                new CommentDraft(
                    new Marker(World.INSTALLATION, "1", "d", "t"),
                    "k/1",
                    Prose.empty().paragraph(Span.plain("Any news?"))))
            .key()
            .isPresent());

    assertEquals(before, poll().humanActAt());
  }

  @Test
  void anotherBotsCommentIsNoneAndItsLinksAreNoEvidence() {
    Instant before = poll().humanActAt();
    now = now.plusSeconds(60);
    board.machine("stale-bot").comment(ticket, "Stale? See https://bot.example/why");

    Mirror after = poll();
    assertEquals(before, after.humanActAt());
    assertEquals(List.of(), after.links());
  }

  @Test
  void whoClosedWhenAndWithWhichWordsIsReadOnceAndKept() {
    now = now.plusSeconds(60);
    board.person("alice").comment(ticket, "Replaced by the new pipeline");
    now = now.plusSeconds(60);
    board.person("alice").decline(ticket);

    Transition turn = poll().transition().orElseThrow();
    assertEquals(TicketState.DECLINED, turn.to());
    assertEquals(now, turn.at());
    assertEquals("alice", turn.by().orElseThrow().handle());
    assertEquals(Optional.of("Replaced by the new pipeline"), turn.words());
    assertTrue(
        told("declined").contains("by alice, after \u201cReplaced by the new pipeline\u201d"),
        told("declined"));
    assertTrue(told("declined").contains("not_planned"), told("declined"));
    int read = tracker.histories;
    board.person("bob").comment(ticket, "Fine");
    assertEquals(Optional.of(turn), poll().transition());
    assertEquals(read, tracker.histories);
  }

  @Test
  void whatShowsItMayComeAfterTheClosing() {
    board.person("alice").close(ticket);
    assertEquals(List.of(), poll().transition().orElseThrow().evidence());
    int read = tracker.histories;
    assertEquals(List.of(), poll().transition().orElseThrow().evidence());
    assertEquals(read, tracker.histories, "nothing changed, so nothing is read");
    now = now.plusSeconds(60);
    tracker.attached = List.of("https://github.com/acme/api/pull/7");
    board.person("alice").retitle(ticket, "Alert on replication lag");

    assertEquals(tracker.attached, poll().transition().orElseThrow().evidence());

    read = tracker.histories;
    now = now.plusSeconds(60);
    board.person("alice").retitle(ticket, "Alert on lag");
    assertEquals(tracker.attached, poll().transition().orElseThrow().evidence());
    assertEquals(read, tracker.histories, "it is shown, so nobody looks again");
  }

  @Test
  void whoReopenedIsKept() {
    board.person("alice").close(ticket);
    assertEquals(TicketState.DONE, poll().ticket().state());
    now = now.plusSeconds(60);
    board.person("bob").reopen(ticket);

    Transition turn = poll().transition().orElseThrow();
    assertEquals(TicketState.OPEN, turn.to());
    assertEquals("bob", turn.by().orElseThrow().handle());
  }

  @Test
  void whoMovedTheDueDateWhenAndWithWhichWordsIsReadOnceAndKept() {
    board.person("alice").setDue(ticket, LocalDate.of(2026, 12, 1));
    assertTrue(poll().redating().isPresent());
    now = now.plusSeconds(60);
    board.person("bob").comment(ticket, "After the freeze");
    board.person("bob").setDue(ticket, LocalDate.of(2027, 1, 15));

    Redating redating = poll().redating().orElseThrow();
    assertEquals(Optional.of(LocalDate.of(2027, 1, 15)), redating.to());
    assertEquals("bob", redating.by().orElseThrow().handle());
    assertEquals(Optional.of("After the freeze"), redating.words());
    assertTrue(
        told("re-dated")
            .contains("2026-12-01 became 2027-01-15 by bob, after \u201cAfter the freeze\u201d"),
        told("re-dated"));
    int read = tracker.histories;
    board.person("bob").comment(ticket, "Fine");
    assertEquals(Optional.of(redating), poll().redating());
    assertEquals(read, tracker.histories);
  }

  private Mirror poll() {
    look();
    return ledger.read(books -> books.mirrors().find(ITEM.id())).orElseThrow();
  }

  private void look() {
    assertTrue(poller.poll(tracker, now) >= 0);
  }

  private String told(String kind) {
    return ledger.read(books -> books.journal().ofItem(ITEM.id())).stream()
        .filter(entry -> entry.kind().equals(kind))
        .map(JournalEntry::words)
        .reduce("", (earlier, later) -> later);
  }
}
