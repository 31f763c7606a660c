package io.followthrough.tracker;

import static io.followthrough.tracker.TrackerSamples.INSTALLATION;
import static io.followthrough.tracker.TrackerSamples.comment;
import static io.followthrough.tracker.TrackerSamples.draft;
import static io.followthrough.tracker.TrackerSamples.edit;
import static io.followthrough.tracker.TrackerSamples.id;
import static io.followthrough.tracker.TrackerSamples.marker;
import static io.followthrough.tracker.TrackerSamples.titled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every tracker does; where one lacks a capability, how it refuses. */
public abstract class TrackerContractTest extends TrackerWriteContract {
  /** Creates the contract of a tracker. */
  protected TrackerContractTest() {}

  @Test
  void aCommentIsFoundByItsKeyAndByNothingElse() {
    TicketRef ref = create(draft(1)).ticket().ref();
    TicketRef other = create(draft(2)).ticket().ref();
    String key = INSTALLATION + "/" + id(1) + "/overdue/2026-12-01+0#1";
    Comment posted = tracker.comment(ref, comment(1, key, "Due since Tuesday"));
    settle();

    Comment found = tracker.findComment(ref, key).orElseThrow();
    assertEquals(posted.id(), found.id());
    assertEquals(Optional.of(key), found.key());
    assertTrue(found.body().contains("Due since Tuesday"));
    assertEquals(posted.body(), found.body());
    assertEquals(Optional.empty(), tracker.findComment(ref, key + "0"));
    assertEquals(Optional.empty(), tracker.findComment(ref, key.substring(0, key.length() - 1)));
    assertEquals(Optional.empty(), tracker.findComment(other, key));
  }

  @Test
  void ourBlockIsGivenBackInTheWordsThatWereSent() {
    Ticket created = create(draft(1)).ticket();
    settle();

    assertEquals(
        longWords(MarkdownProse.render(draft(1).block())),
        longWords(tracker.read(created.ref()).block()));
  }

  /** Without what may be a tracker's own syntax. */
  private static List<String> longWords(String text) {
    return Stream.of(Words.normalise(text).split(" ", -1)).filter(it -> it.length() > 3).toList();
  }

  @Test
  void aSecondCommentOfOneKeyIsAnotherUnlessTheTrackerRefusesIt() {
    TicketRef ref = create(draft(1)).ticket().ref();
    Comment once = tracker.comment(ref, comment(1, "k/1", "Any news?"));
    Comment again = tracker.comment(ref, comment(1, "k/1", "Any news?"));

    boolean refused = tracker.capabilities().contains(Capability.NO_TWINS);
    assertEquals(refused, once.id().equals(again.id()));
    assertEquals(Optional.of("k/1"), again.key());
  }

  @Test
  void aKeyOfAnyCharactersIsFoundAgain() {
    TicketRef ref = create(draft(1)).ticket().ref();
    String key = INSTALLATION + "/" + id(1) + "/ask/repeat:INC --> 7 <!-- \"é 100%";
    tracker.comment(ref, comment(1, key, "Again?"));
    settle();

    assertEquals(Optional.of(key), tracker.findComment(ref, key).flatMap(Comment::key));
  }

  @Test
  void commentsOfPeopleAreHumanAndOursAreNot() {
    TicketRef ref = create(draft(1)).ticket().ref();
    settle();
    Cursor cursor = drain(Cursor.startingAt(began)).next();
    harness.comment(ref, "I am on it");
    harness.commentByMachine(ref, "Closing as stale soon");
    Comment ours = tracker.comment(ref, comment(1, "k/1", "Any news?"));
    settle();

    List<Comment> comments = drain(cursor).comments();
    assertEquals(3, comments.size(), comments::toString);
    assertEquals(
        List.of("I am on it"),
        comments.stream().filter(Comment::isHuman).map(Comment::body).toList());
    assertFalse(ours.isHuman());
    assertTrue(comments.stream().allMatch(comment -> comment.ticketId().equals(ref.id())));
  }

  @Test
  void aPersonWhoCopiesOurCommentIsStillAPerson() {
    TicketRef ref = create(draft(1)).ticket().ref();
    tracker.comment(ref, comment(1, "k/1", "Any news?"));
    harness.comment(ref, "Any news?\n\n<!-- " + marker(1).encode() + " key=k/2 -->");
    settle();

    assertEquals(Optional.empty(), tracker.findComment(ref, "k/2"));
    List<Comment> people =
        drain(Cursor.startingAt(began)).comments().stream().filter(Comment::isHuman).toList();
    assertEquals(1, people.size());
  }

  @Test
  void everyCommentOnATicketIsListedOldestFirst() {
    TicketRef ref = create(draft(1)).ticket().ref();
    TicketRef other = create(draft(2)).ticket().ref();
    assertEquals(List.of(), tracker.comments(ref));
    tracker.comment(ref, comment(1, "k/1", "Any news?"));
    tracker.comment(other, comment(2, "k/2", "Any news of the other?"));
    harness.pass(Duration.ofMinutes(1));
    harness.comment(ref, "I am on it");
    harness.pass(Duration.ofMinutes(1));
    harness.commentByMachine(ref, "Closing as stale soon");
    settle();

    List<Comment> comments = tracker.comments(ref);
    assertEquals(3, comments.size(), comments::toString);
    assertEquals(
        List.of(Optional.of("k/1"), Optional.empty(), Optional.empty()),
        comments.stream().map(Comment::key).toList());
    assertEquals(List.of(false, true, false), comments.stream().map(Comment::isHuman).toList());
    assertTrue(comments.stream().allMatch(comment -> comment.ticketId().equals(ref.id())));
  }

  @Test
  void whoMovedADueDateIsToldOrNobodyIs() {
    TicketRef ref = create(draft(1)).ticket().ref();
    assertEquals(Optional.empty(), tracker.lastRedating(ref));
    if (!tracker.capabilities().contains(Capability.DUE_DATE)) {
      return;
    }
    harness.comment(ref, "After the freeze");
    harness.pass(Duration.ofMinutes(5));
    Instant before = harness.now();
    harness.setDue(ref, LocalDate.of(2027, 3, 4));
    harness.pass(Duration.ofMinutes(5));

    Optional<Redating> redating = tracker.lastRedating(ref);
    assertEquals(harness.tellsWhoRedated(), redating.isPresent());
    redating.ifPresent(
        told -> {
          assertEquals(Optional.of(LocalDate.of(2027, 3, 4)), told.to());
          assertTrue(told.by().isPresent());
          assertEquals(Optional.of("After the freeze"), told.words());
          assertFalse(told.at().isBefore(before.minusSeconds(1)));
          assertFalse(told.at().isAfter(harness.now()));
        });
  }

  @Test
  void ourCommentIsEditedInPlace() {
    TicketRef ref = create(draft(1)).ticket().ref();
    Comment posted = tracker.comment(ref, comment(1, "k/1", "Due since Tuesday"));
    settle();

    tracker.editComment(ref, posted.id(), comment(1, "k/1", "sent in error, withdrawn"));
    settle();

    Comment found = tracker.findComment(ref, "k/1").orElseThrow();
    assertEquals(posted.id(), found.id());
    assertTrue(found.body().contains("withdrawn"));
    assertFalse(found.body().contains("Tuesday"));
  }

  @Test
  void aMentionNamesTheHandleOrThePerson() {
    TicketRef ref = create(draft(1)).ticket().ref();
    Prose prose =
        Prose.empty()
            .paragraph(Span.mention("Alice Martin", harness.handle(0)), Span.plain(", any news?"));

    Comment posted = tracker.comment(ref, new CommentDraft(marker(1), "k/1", prose));

    boolean notifies = tracker.capabilities().contains(Capability.MENTION);
    assertEquals(notifies, posted.body().contains(harness.mention(0)), posted.body());
    assertEquals(!notifies, posted.body().contains("Alice Martin, any news?"), posted.body());
  }

  @Test
  void aPollSeesCreatesEditsClosesReopensAndComments() {
    settle();
    Cursor cursor = drain(Cursor.startingAt(began)).next();
    TicketRef ref = create(draft(1)).ticket().ref();
    settle();
    cursor = assertSeen(cursor, ref, TicketState.OPEN);
    harness.retitle(ref, "Ours now");
    settle();
    cursor = assertSeen(cursor, ref, TicketState.OPEN);
    harness.closeAsDone(ref);
    settle();
    cursor = assertSeen(cursor, ref, TicketState.DONE);
    harness.reopen(ref);
    settle();
    cursor = assertSeen(cursor, ref, TicketState.OPEN);
    harness.decline(ref);
    settle();
    cursor = assertSeen(cursor, ref, TicketState.DECLINED);
    harness.comment(ref, "Because of PAY-12");
    settle();
    Batch comments = drain(cursor);
    assertEquals(
        List.of("Because of PAY-12"), comments.comments().stream().map(Comment::body).toList());
  }

  @Test
  void aPollIsQuietWhenNothingHappens() {
    TicketRef ref = create(draft(1)).ticket().ref();
    harness.comment(ref, "On it");
    settle();
    Cursor cursor = drain(Cursor.startingAt(began)).next();
    settle();
    // A tracker may tell the last moments twice; after that it has nothing to tell.
    cursor = drain(cursor).next();
    settle();

    Batch idle = drain(cursor);
    assertEquals(List.of(), idle.tickets());
    assertEquals(List.of(), idle.comments());
  }

  @Test
  void aFirstPollSeesWhatIsThereSinceItsInstant() {
    TicketRef old = create(draft(1)).ticket().ref();
    harness.pass(Duration.ofDays(3));
    Instant since = harness.now();
    harness.pass(Duration.ofMinutes(1));
    TicketRef young = create(draft(2)).ticket().ref();
    settle();

    List<String> seen = ids(drain(Cursor.startingAt(since)).tickets());
    assertTrue(seen.contains(young.id()));
    assertFalse(seen.contains(old.id()));
  }

  @Test
  void aPollTellsEverythingOverItsPages() {
    Set<String> refs = new HashSet<>();
    for (int item = 1; item <= 7; item++) {
      refs.add(create(draft(item)).ticket().ref().id());
      harness.pass(Duration.ofSeconds(2));
    }
    settle();

    assertEquals(refs, Set.copyOf(ids(drain(Cursor.startingAt(began)).tickets())));
  }

  @Test
  void ticketsOfPeopleAreTold() {
    TicketRef ref = harness.open("Theirs", "Nothing of ours");
    settle();

    List<Ticket> seen = drain(Cursor.startingAt(began)).tickets();
    assertEquals(List.of(ref.id()), ids(seen));
    assertEquals(Optional.empty(), seen.get(0).marker());
  }

  @Test
  void workInProgressIsAStateOrOpen() {
    TicketRef ref = create(draft(1)).ticket().ref();
    if (tracker.capabilities().contains(Capability.IN_PROGRESS_STATE)) {
      harness.start(ref);
      assertEquals(TicketState.IN_PROGRESS, tracker.read(ref).state());
    } else {
      assertEquals(TicketState.OPEN, tracker.read(ref).state());
    }
  }

  @Test
  void aClosedTicketTellsWhoWhenAndWithWhichWords() {
    TicketRef ref = create(draft(1)).ticket().ref();
    assertEquals(Optional.empty(), tracker.lastTransition(ref));
    harness.comment(ref, "Shipped on Monday");
    harness.pass(Duration.ofMinutes(5));
    Instant before = harness.now();
    harness.closeAsDone(ref);
    harness.pass(Duration.ofMinutes(5));

    Ticket closed = tracker.read(ref);
    assertEquals(TicketState.DONE, closed.state());
    assertTrue(closed.closedAt().isPresent());
    Transition transition = tracker.lastTransition(ref).orElseThrow();
    assertEquals(TicketState.DONE, transition.to());
    assertTrue(transition.by().isPresent());
    assertEquals(Optional.of("Shipped on Monday"), transition.words());
    assertFalse(transition.at().isBefore(before.minusSeconds(1)));
    assertFalse(transition.at().isAfter(harness.now()));
  }

  @Test
  void aReopenedTicketSaysSo() {
    TicketRef ref = create(draft(1)).ticket().ref();
    harness.closeAsDone(ref);
    harness.pass(Duration.ofMinutes(5));
    harness.reopen(ref);

    assertEquals(TicketState.OPEN, tracker.read(ref).state());
    assertEquals(Optional.empty(), tracker.read(ref).closedAt());
    assertEquals(TicketState.OPEN, tracker.lastTransition(ref).map(Transition::to).orElseThrow());
  }

  @Test
  void ourClosingIsADecline() {
    TicketRef ref = create(draft(1)).ticket().ref();

    tracker.close(ref);
    assertEquals(TicketState.DECLINED, tracker.read(ref).state());
    Ticket closed = tracker.read(ref);
    harness.pass(Duration.ofMinutes(5));
    tracker.close(ref);
    assertEquals(closed, tracker.read(ref));
  }

  @Test
  void aTicketThatPeopleOpenedIsNotOursToClose() {
    TicketRef ref = harness.open("Theirs", "Nothing of ours");

    assertFails(FailureKind.REJECTED, () -> tracker.close(ref));
    assertEquals(TicketState.OPEN, tracker.read(ref).state());
  }

  @Test
  void aDeletedTicketIsGone() {
    Receipt born = create(draft(1));
    TicketRef ref = born.ticket().ref();
    harness.delete(ref);
    settle();

    assertGone(ref, born.written());
    assertEquals(List.of(), tracker.find(query(1)));
    assertEquals(List.of(), drain(Cursor.startingAt(began)).tickets());
    assertEquals(0, harness.tickets());
  }

  @Test
  void aTicketThatNeverWasIsGone() {
    TicketRef ref = create(draft(1)).ticket().ref();
    harness.delete(ref);
    TicketRef next = create(draft(2)).ticket().ref();

    assertNotEquals(ref.id(), next.id(), "a number is not given twice");
    assertFails(FailureKind.GONE, () -> tracker.read(ref));
  }

  private void assertGone(TicketRef ref, Written written) {
    assertFails(FailureKind.GONE, () -> tracker.read(ref));
    assertFails(FailureKind.GONE, () -> tracker.comment(ref, comment(1, "k/1", "Any news?")));
    assertFails(FailureKind.GONE, () -> tracker.findComment(ref, "k/1"));
    assertFails(FailureKind.GONE, () -> tracker.comments(ref));
    assertFails(FailureKind.GONE, () -> tracker.lastTransition(ref));
    assertFails(FailureKind.GONE, () -> tracker.close(ref));
    assertFails(
        FailureKind.GONE, () -> tracker.update(ref, titled(edit(marker(1), written), "Other")));
  }

  @Test
  void aTicketIsRecognisedByItsKeyAndItsAddress() {
    TicketRef ref = create(draft(1)).ticket().ref();

    TicketRef byKey = tracker.recognise(ref.key()).orElseThrow();
    assertEquals(ref.key(), byKey.key());
    assertEquals(ref.id(), tracker.read(byKey).ref().id());
    if (!ref.url().isEmpty()) {
      TicketRef byUrl = tracker.recognise(ref.url()).orElseThrow();
      assertEquals(ref.key(), byUrl.key());
      assertEquals(ref.id(), tracker.read(byUrl).ref().id());
    }
    assertEquals(Optional.empty(), tracker.recognise("the usual suspects"));
    assertEquals(Optional.empty(), tracker.recognise("https://other.example/" + ref.key()));
    assertEquals(Optional.empty(), tracker.recognise(""));
  }

  @Test
  void anAccountIsKnownByItsHandle() {
    Account account = tracker.account(harness.handle(0)).orElseThrow();

    assertEquals(harness.handle(0), account.handle());
    assertTrue(account.active());
    assertFalse(account.id().isBlank());
    assertNotEquals(account.id(), tracker.account(harness.handle(1)).orElseThrow().id());
    assertEquals(Optional.empty(), tracker.account(harness.strangersHandle()));
  }

  @Test
  void aCheckWritesNothing() {
    create(draft(1));
    settle();
    Cursor cursor = drain(drain(Cursor.startingAt(began)).next()).next();
    settle();

    List<CheckFinding> findings = tracker.check();

    assertFalse(findings.isEmpty());
    assertTrue(
        findings.stream().noneMatch(f -> f.level() == CheckFinding.Level.PROBLEM),
        findings::toString);
    settle();
    assertEquals(1, harness.tickets());
    assertEquals(List.of(), drain(cursor).tickets());
  }

  @Test
  void theLagIsKept() {
    TicketRef ref = create(draft(1)).ticket().ref();
    tracker.comment(ref, comment(1, "k/1", "Any news?"));

    assertEquals(Optional.of(marker(1)), tracker.read(ref).marker(), "a read by id has no lag");
    settle();
    assertEquals(1, tracker.find(query(1)).size());
    assertTrue(tracker.findComment(ref, "k/1").isPresent());
    assertFalse(tracker.findLag().isNegative());
  }
}
