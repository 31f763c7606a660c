package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Written;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EditsTest {
  private final Fixture f = new Fixture();

  @AfterEach
  void close() {
    f.close();
  }

  @Test
  void whatIsStillOursIsCarriedOverInTwoRequests() {
    Receipt born = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));
    f.tracker.account("bob-s");
    f.requests();
    Receipt edited = update(born, "New title", "New words", "bob-s");
    GitHubStub.Seen seen = seen();

    assertEquals(
        List.of("GET /repos/acme/backend/issues/1 200", "PATCH /repos/acme/backend/issues/1 200"),
        f.requests());
    assertEquals("New title", seen.title());
    assertTrue(seen.body().contains("New words"));
    assertEquals(List.of("bob-s"), seen.assignees());
    assertEquals(List.of(), edited.remarks());
    assertEquals(
        new Written(
            "New title",
            Optional.of("bob-s"),
            Optional.empty(),
            Optional.empty(),
            edited.ticket().block()),
        edited.written());
  }

  @Test
  void theSameEditTwiceWritesOnce() {
    Receipt born = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));
    Receipt edited = update(born, "New title", "New words", "bob-s");
    f.requests();
    Receipt again = update(edited, "New title", "New words", "bob-s");

    assertEquals(List.of("GET /repos/acme/backend/issues/1 200"), f.requests());
    assertEquals(edited.written(), again.written());
    assertEquals(List.of(), again.remarks());
  }

  @Test
  void whatPeopleChangedStaysAndIsSaid() {
    Receipt born = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));
    f.stub.retitle(Fixture.SLUG, 1, "Their title");
    f.stub.assign(Fixture.SLUG, 1, "bob-s");
    String theirs = seen().body().replace("INC-42", "INC-43");
    f.stub.rewrite(Fixture.SLUG, 1, theirs);
    f.requests();
    Receipt edited = update(born, "New title", "New words", "alice-m");

    assertEquals(List.of("GET /repos/acme/backend/issues/1 200"), f.requests());
    assertEquals(3, edited.remarks().size());
    assertEquals("Their title", seen().title());
    assertEquals(theirs, seen().body());
    assertEquals(List.of("bob-s"), seen().assignees());
    assertEquals(born.written(), edited.written());
  }

  @Test
  void aClearedAssigneeStaysCleared() {
    Receipt born = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));
    f.stub.assign(Fixture.SLUG, 1);
    Receipt edited = update(born, born.written().title(), "New words", "bob-s");

    assertEquals(List.of(), seen().assignees());
    assertEquals(List.of("The assignee was changed on the ticket and stays."), edited.remarks());
  }

  @Test
  void peopleWhoWereAddedBesideOursStay() {
    Receipt born = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));
    f.stub.configure(Fixture.SLUG, repository -> repository.collaborators.add("carol"));
    f.stub.assign(Fixture.SLUG, 1, "carol", "Alice-M");
    update(born, born.written().title(), "New words", "bob-s");

    assertEquals(List.of("carol", "bob-s"), seen().assignees());
  }

  @Test
  void theWordsOfPeopleStayByteForByteWhateverTheirLineEnds() {
    Receipt born = f.created(Fixture.draft(1));
    String before = "Above\r\n\r\n";
    String after = "\r\n\r\n- [ ] our own list \t\r\nand <b>more</b>\r\n";
    f.stub.rewrite(Fixture.SLUG, 1, before + seen().body().replace("\n", "\r\n") + after);
    Receipt edited = update(born, born.written().title(), "New words", "alice-m");

    assertEquals(List.of(), edited.remarks());
    assertTrue(seen().body().startsWith(before + "<!-- followthrough:v1:"));
    assertTrue(seen().body().endsWith("<!-- /followthrough -->" + after));
    assertTrue(seen().body().contains("New words"));
  }

  @Test
  void aBlockThatPeopleRemovedIsNotPutBack() {
    Receipt born = f.created(Fixture.draft(1));
    f.stub.rewrite(Fixture.SLUG, 1, "We know better.");
    Receipt edited = update(born, born.written().title(), "New words", "alice-m");

    assertEquals("We know better.", seen().body());
    assertEquals(1, edited.remarks().size());
  }

  @Test
  void anAdoptedTicketGetsOurBlockAtItsEnd() {
    f.stub.open(Fixture.SLUG, "outsider", "Their ticket", "Their words");
    TicketRef ref = f.tracker.recognise("acme/backend#1").orElseThrow();
    Written nothing =
        new Written("Their ticket", Optional.empty(), Optional.empty(), Optional.empty(), "");
    Receipt first = f.tracker.update(ref, edit(nothing, Optional.empty(), "Ours"));
    f.tracker.update(ref, edit(first.written(), Optional.empty(), "Ours again"));

    assertEquals(
        """
        Their words

        <!-- followthrough:v1:acme-sre:item0001:d0c:7171e -->
        Ours again
        <!-- /followthrough -->""",
        seen().body());
  }

  @Test
  void aTransferredTicketIsEditedWhereItIs() {
    f.stub.addRepository("acme/platform", "alice-m");
    Receipt born = f.created(Fixture.draft(1));
    f.stub.transfer(Fixture.SLUG, 1, "acme/platform");
    f.requests();
    Receipt edited = update(born, "New title", "New words", "alice-m");

    assertEquals("New title", f.stub.issue("acme/platform", 1).title());
    assertEquals("acme/platform#1", edited.ticket().ref().id());
    assertEquals("acme/platform#1", edited.ticket().ref().key());
  }

  @Test
  void aDeletedTicketIsGone() {
    Receipt born = f.created(Fixture.draft(1));
    f.stub.delete(Fixture.SLUG, 1);

    assertEquals(
        FailureKind.GONE,
        assertThrows(TrackerException.class, () -> update(born, "t", "w", "alice-m")).kind());
  }

  @Test
  void aLostReplyLeavesAnEditUnknownAndIsNotRepeated() {
    Receipt born = f.created(Fixture.draft(1));
    f.tracker.account("alice-m");
    f.requests();
    f.stub.injectOnWrites(StubFault.LOSE_REPLY, 1);

    assertEquals(
        FailureKind.UNKNOWN_OUTCOME,
        assertThrows(TrackerException.class, () -> update(born, "t", "w", "alice-m")).kind());
    assertEquals(2, f.requests().size());
  }

  @Test
  void anAssigneeThatCannotBeIsSaid() {
    Receipt born = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));
    Receipt edited = update(born, born.written().title(), "New words", "mallory");

    assertEquals(List.of("alice-m"), seen().assignees());
    assertTrue(edited.remarks().get(0).startsWith("mallory cannot be assigned"));
    assertEquals(Optional.of("alice-m"), edited.written().assignee());
  }

  @Test
  void onlyOurOwnTicketsAreClosedAndOnlyOnce() {
    Receipt born = f.created(Fixture.draft(1));
    f.stub.open(Fixture.SLUG, "alice-m", "Theirs", "words");
    TicketRef theirs = f.tracker.recognise("acme/backend#2").orElseThrow();
    f.tracker.close(born.ticket().ref());
    f.requests();
    f.tracker.close(born.ticket().ref());

    assertEquals(List.of("GET /repos/acme/backend/issues/1 200"), f.requests());
    assertEquals("closed", seen().state());
    assertEquals(Optional.of("not_planned"), seen().reason());
    assertEquals(
        FailureKind.REJECTED,
        assertThrows(TrackerException.class, () -> f.tracker.close(theirs)).kind());
    assertEquals("open", f.stub.issue(Fixture.SLUG, 2).state());
  }

  private GitHubStub.Seen seen() {
    return f.stub.issue(Fixture.SLUG, 1);
  }

  private Receipt update(Receipt last, String title, String words, String assignee) {
    TicketEdit edit = edit(last.written(), Optional.of(title), words);
    return f.tracker.update(
        last.ticket().ref(),
        new TicketEdit(
            edit.marker(),
            edit.expected(),
            edit.title(),
            edit.block(),
            Optional.of(assignee),
            Optional.empty(),
            Optional.empty()));
  }

  private static TicketEdit edit(Written expected, Optional<String> title, String words) {
    return new TicketEdit(
        Fixture.marker(1),
        expected,
        title,
        Optional.of(Prose.empty().paragraph(Span.plain(words))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
