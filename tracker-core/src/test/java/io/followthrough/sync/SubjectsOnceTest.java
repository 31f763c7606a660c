package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Carried;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.notify.MemoryChannel;
import io.followthrough.notify.Message;
import io.followthrough.notify.Recipient;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.Fault;
import io.followthrough.tracker.FaultScript;
import io.followthrough.tracker.FaultyTracker;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is about no item happens once as well: a ticket of our own, its comment, its withdrawal. */
final class SubjectsOnceTest {
  private static final String OURS = "acme-sre";
  private static final Subject SUBJECT = Subject.of(Subject.Kind.POSTMORTEM, OURS, "docs:a.md");
  private static final Subject DIGEST = Subject.of(Subject.Kind.DIGEST, OURS, "Alice", "2026-W48");
  private static final Marker MARK = new Marker(OURS, SUBJECT.value(), "0a", "1b");
  private static final String HELD = EffectKey.question(OURS, SUBJECT, "held");

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final MemoryTracker tracker = MemoryTracker.builder("backend", this::now).build();
  private final FaultyTracker faulty =
      new FaultyTracker(tracker, this::now, Duration.ofMinutes(2), FaultScript.never());
  private final MemoryChannel chat = new MemoryChannel("chat", false, this::now);
  private final MemoryChannel hook = new MemoryChannel("hook", true, this::now);
  private Ledger ledger = new MemoryLedger();
  private int lives;

  private Instant now() {
    return now;
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "REJECTED", "TOO_LATE"})
  void aFaultAtAnyOneCallDoublesAndLosesNothing(Fault fault) {
    for (int call = 1; call <= 10; call++) {
      SubjectsOnceTest world = new SubjectsOnceTest();
      world.faulty.setScript(FaultScript.atCall(call, fault));
      world.live();
      world.live();
      world.comeToRest();
      world.check(fault + " at call " + call);
    }
  }

  @Test
  void aLostLedgerIsFoundAgainByTheMarks() {
    live();
    ledger = new MemoryLedger();
    comeToRest();
    check("with an empty ledger");
  }

  @Test
  void aLostLedgerLearnsWhatPeopleSaidAndWhatWasAsked() {
    live();
    Ticket ticket = only();
    tracker.person("bob").comment(ticket.ref().key(), "aware 3");
    ledger = new MemoryLedger();
    Recovery recovery = new Recovery(Set.of(OURS), ledger, (books, item) -> Optional.empty());
    Recovery.Found found = recovery.recover(tracker, recovery.marked(tracker), now);

    assertEquals(1, found.recovered().size(), found::toString);
    assertEquals(List.of(), found.unmatched());
    OwnTicket own = ledger.read(books -> books.ownTickets().find(SUBJECT)).orElseThrow();
    assertTrue(own.said().contains("held"), own::toString);
    assertEquals(List.of("aware 3"), own.unread().stream().map(Comment::body).toList());
  }

  @Test
  void aPollTellsWhatPeopleSaidOnce() {
    live();
    Poller poller = new Poller(OURS, ledger, Duration.ofDays(1), new Standstill(10));
    poller.poll(tracker, now);
    tracker.person("bob").comment(only().ref().key(), "aware 3");
    poller.poll(tracker, now);
    poller.poll(tracker, now);
    OwnTicket own = ledger.read(books -> books.ownTickets().find(SUBJECT)).orElseThrow();
    assertEquals(List.of("aware 3"), own.unread().stream().map(Comment::body).toList());
    ledger.run(books -> books.ownTickets().put(own.allRead()));
    now = now.plusSeconds(60);
    tracker.person("bob").comment(only().ref().key(), "decline 1 because of PAY-7");
    poller.poll(tracker, now);
    OwnTicket later = ledger.read(books -> books.ownTickets().find(SUBJECT)).orElseThrow();
    assertEquals(1, later.unread().size(), later::toString);
    assertEquals(Optional.of(now), later.nextAt());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "REJECTED"})
  void aMessageOfUnknownOutcomeIsNotSentAgainUnlessItsKeyIsKnown(Fault fault) {
    for (MemoryChannel channel : List.of(chat, hook)) {
      channel.setScript(FaultScript.atCall(1, fault));
    }
    live();
    live();
    comeToRest();
    boolean died = fault == Fault.DIE_BEFORE || fault == Fault.DIE_AFTER;
    boolean arrived = !(fault == Fault.LOSE_REQUEST || fault == Fault.DIE_BEFORE);
    assertEquals(arrived ? 1 : 0, chat.told().size(), "at most once");
    boolean twice = (fault.isUnknown() && arrived) || fault == Fault.DIE_AFTER;
    assertEquals(twice ? 2 : 1, hook.told().size(), "at least once");
    assertEquals(1, hook.told().stream().map(Message::key).distinct().count(), "with the same key");
    List<OutboxEntry> settled = ledger.read(books -> books.outbox().of(DIGEST));
    assertTrue(settled.stream().allMatch(it -> it.state() == OutboxState.DONE), settled::toString);
    boolean isJournaled =
        ledger.read(books -> books.journal().between(Instant.MIN, Instant.MAX)).stream()
            .anyMatch(entry -> entry.kind().equals("unheard"));
    assertEquals(died || fault.isUnknown(), isJournaled);
  }

  @Test
  void whatIsNoLongerWorthTellingIsNotSent() {
    chat.setScript((call, operation) -> Fault.UNAVAILABLE);
    live();
    now = now.plus(Duration.ofDays(8));
    comeToRest();
    assertEquals(List.of(), chat.told());
    assertEquals(
        OutboxState.SUPERSEDED, ledger.read(books -> books.outbox().of(DIGEST)).get(0).state());
  }

  @Test
  void messagesOfOneThreadStandTogether() {
    for (String step : List.of("1", "2", "3")) {
      ledger.run(books -> tell(books, "chat", Subject.of(Subject.Kind.EVENT, OURS, step)));
      deliver();
    }
    assertEquals(List.of("", "thread-1", "thread-1"), chat.threads());
  }

  private void live() {
    lives++;
    try {
      ledger.run(this::promise);
      deliver();
      ledger.run(this::say);
      deliver();
    } catch (FaultyTracker.Death death) {
      assertTrue(lives < 1000, "the process dies for ever");
    }
  }

  private void deliver() {
    Dispatcher dispatcher =
        new Dispatcher(
            OURS,
            ledger,
            Map.of("backend", faulty),
            Map.of("chat", chat, "hook", hook),
            new Destinations(name -> true),
            this::now,
            "node-" + lives,
            Lanes.IN_TURN,
            Turns.ALONE);
    dispatcher.takeOverOrphans();
    dispatcher.deliver(() -> false);
  }

  private void comeToRest() {
    faulty.setScript(FaultScript.never());
    List.of(chat, hook).forEach(channel -> channel.setScript(FaultScript.never()));
    for (int i = 0; i < 20; i++) {
      now = now.plus(Duration.ofMinutes(10));
      faulty.arrive();
      live();
    }
  }

  private void promise(Books books) {
    if (books.ownTickets().find(SUBJECT).isEmpty()) {
      books.ownTickets().put(OwnTicket.of(SUBJECT, "docs:a.md", "Follow-up of INC-42"));
      String birth = EffectKey.create(OURS, SUBJECT);
      books.outbox().add(entry(birth, new Effect.CreateTicket(draft())));
      tell(books, "chat", DIGEST);
      tell(books, "hook", DIGEST);
    }
  }

  private void say(Books books) {
    OwnTicket own = books.ownTickets().find(SUBJECT).orElseThrow();
    if (own.filing().isEmpty()) {
      return;
    }
    CommentDraft held = new CommentDraft(MARK, HELD, Prose.empty().paragraph(Span.plain("held")));
    books.outbox().add(entry(HELD, new Effect.PostComment("held", held)));
    Written written = own.filing().get().written();
    TicketEdit edit =
        new TicketEdit(
            MARK,
            written,
            Optional.empty(),
            Optional.of(Prose.empty().paragraph(Span.plain("1 of 2 done"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String carries = EffectKey.edit(OURS, SUBJECT, 1);
    books.outbox().add(entry(carries, new Effect.EditTicket(edit)));
    books
        .ownTickets()
        .put(books.ownTickets().find(SUBJECT).orElseThrow().carrying(new Carried(1, "x")));
    CommentDraft withdrawn =
        new CommentDraft(MARK, HELD, Prose.empty().paragraph(Span.plain("withdrawn")));
    books
        .outbox()
        .add(entry(EffectKey.retract(OURS, SUBJECT, HELD), new Effect.AmendComment(withdrawn)));
    books
        .outbox()
        .add(entry(EffectKey.retract(OURS, SUBJECT, "ticket"), new Effect.CloseTicket("in error")));
  }

  private void tell(Books books, String channel, Subject subject) {
    String key = EffectKey.message(OURS, subject, channel);
    Message message =
        new Message(
            key,
            "digest",
            Recipient.room("#rel"),
            now,
            "2 overdue",
            Prose.empty().paragraph(Span.plain("…")),
            List.of(),
            "INC-42",
            Optional.of(now.plus(Duration.ofDays(7))));
    books
        .outbox()
        .add(OutboxEntry.pending(key, channel, subject, new Effect.SendMessage(message), now));
  }

  private OutboxEntry entry(String key, Effect effect) {
    return OutboxEntry.pending(key, "backend", SUBJECT, effect, now);
  }

  private static TicketDraft draft() {
    return new TicketDraft(
        MARK,
        "Follow-up of INC-42",
        Prose.empty().paragraph(Span.plain("0 of 2 done")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Ticket only() {
    List<Ticket> tickets = tracker.find(new MarkQuery(OURS, Set.of(), Instant.EPOCH));
    assertEquals(1, tickets.size(), tickets::toString);
    return tickets.get(0);
  }

  private void check(String history) {
    Ticket ticket = only();
    assertEquals(TicketState.DECLINED, ticket.state(), history);
    assertTrue(ticket.block().contains("1 of 2 done"), history);
    List<Comment> comments = tracker.changesSince(Cursor.startingAt(Instant.EPOCH)).comments();
    assertEquals(1, comments.size(), history + comments);
    assertTrue(comments.get(0).body().contains("withdrawn"), history);
    List<OutboxEntry> left = ledger.read(books -> books.outbox().of(SUBJECT));
    assertTrue(left.stream().allMatch(it -> it.state().isSettled()), history + left);
    assertEquals(
        ticket.ref().key(),
        ledger
            .read(books -> books.ownTickets().find(SUBJECT))
            .orElseThrow()
            .filing()
            .orElseThrow()
            .ref()
            .key());
  }
}
