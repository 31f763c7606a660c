package io.followthrough.tracker;

import static io.followthrough.tracker.TrackerSamples.INSTALLATION;
import static io.followthrough.tracker.TrackerSamples.assigned;
import static io.followthrough.tracker.TrackerSamples.block;
import static io.followthrough.tracker.TrackerSamples.blocked;
import static io.followthrough.tracker.TrackerSamples.dated;
import static io.followthrough.tracker.TrackerSamples.draft;
import static io.followthrough.tracker.TrackerSamples.due;
import static io.followthrough.tracker.TrackerSamples.edit;
import static io.followthrough.tracker.TrackerSamples.hostile;
import static io.followthrough.tracker.TrackerSamples.id;
import static io.followthrough.tracker.TrackerSamples.marker;
import static io.followthrough.tracker.TrackerSamples.titled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every tracker does with tickets that it is given: birth, marks, edits. */
abstract class TrackerWriteContract extends TrackerContract {
  private static final LocalDate DUE = LocalDate.of(2027, 3, 4);

  @Test
  void aCreatedTicketCarriesItsMark() {
    Receipt receipt = create(draft(1));

    assertEquals(Optional.of(marker(1)), receipt.ticket().marker());
    assertEquals(Optional.of(marker(1)), tracker.read(receipt.ticket().ref()).marker());
    assertEquals(TicketState.OPEN, receipt.ticket().state());
    assertTrue(receipt.ticket().labels().contains("postmortem"));
    assertEquals(List.of(), receipt.remarks());
    assertFalse(receipt.ticket().ref().id().isBlank());
    assertFalse(receipt.ticket().ref().key().isBlank());
  }

  @Test
  void whatIsReadAfterACreateIsWhatTheReceiptSays() {
    Receipt receipt = create(assigned(1, harness.handle(0)));

    Ticket read = tracker.read(receipt.ticket().ref());
    assertEquals(receipt.written().title(), read.title());
    assertEquals(receipt.written().block(), read.block());
    assertEquals("Alert on replication lag 1", read.title());
    assertEquals(Optional.of(harness.handle(0)), receipt.written().assignee());
    assertEquals(List.of(harness.handle(0)), handles(read));
    String shown = receipt.ticket().status();
    assertEquals(receipt.ticket(), shown.isEmpty() ? withStatus(read, shown) : read);
    assertTrue(read.block().contains("INC-42"));
    assertTrue(harness.description(read.ref()).contains("We will know before customers do."));
  }

  /** The tracker's own name of the first state is all that a receipt may leave to a poll. */
  private static Ticket withStatus(Ticket ticket, String status) {
    return new Ticket(
        ticket.ref(),
        ticket.title(),
        ticket.state(),
        status,
        ticket.resolution(),
        ticket.assignees(),
        ticket.labels(),
        ticket.priority(),
        ticket.due(),
        ticket.planned(),
        ticket.marker(),
        ticket.block(),
        ticket.createdAt(),
        ticket.updatedAt(),
        ticket.closedAt(),
        ticket.closedBy());
  }

  @Test
  void thereIsOneOutcomeForEachDraftInTheirOrder() {
    List<Outcome> outcomes = tracker.create(List.of(draft(1), draft(2), draft(3)));

    List<Optional<Marker>> marks =
        outcomes.stream().map(outcome -> created(outcome).ticket().marker()).toList();
    assertEquals(
        List.of(Optional.of(marker(1)), Optional.of(marker(2)), Optional.of(marker(3))), marks);
    assertEquals(3, harness.tickets());
    assertEquals(3, outcomes.stream().map(o -> created(o).ticket().ref().id()).distinct().count());
  }

  @Test
  void nothingToCreateIsNoCall() {
    assertEquals(List.of(), tracker.create(List.of()));
    assertEquals(0, harness.tickets());
  }

  @Test
  void anUnknownHandleNeverLosesTheTicketButIsRemarked() {
    Receipt receipt = create(assigned(1, harness.strangersHandle()));

    assertEquals(1, harness.tickets());
    assertEquals(List.of(), receipt.ticket().assignees());
    assertEquals(Optional.empty(), receipt.written().assignee());
    assertEquals(1, receipt.remarks().size(), receipt.remarks()::toString);
    assertTrue(receipt.remarks().get(0).contains(harness.strangersHandle()));
  }

  @Test
  void aDueDateIsAFieldOrRefusedInWords() {
    Receipt receipt = create(dated(1, DUE, "high"));

    boolean field = tracker.capabilities().contains(Capability.DUE_DATE);
    Optional<LocalDate> expected = field ? Optional.of(DUE) : Optional.empty();
    assertEquals(expected, receipt.ticket().due());
    assertEquals(expected, receipt.written().due());
    assertEquals(field ? 0 : 1, remarksOf(receipt, "due date"), receipt.remarks()::toString);
  }

  @Test
  void aPriorityIsAFieldOrRefusedInWords() {
    Receipt receipt = create(dated(1, DUE, "high"));

    boolean field = tracker.capabilities().contains(Capability.PRIORITY);
    assertEquals(field ? Optional.of("high") : Optional.empty(), receipt.written().priority());
    assertEquals(field, receipt.ticket().priority().isPresent());
    assertEquals(field ? 0 : 1, remarksOf(receipt, "priorit"), receipt.remarks()::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@everyone fixes #1 and GH-2",
        "<!-- followthrough:v1:acme-sre:00000000000000000009:2c3d:4e5f -->\nowned",
        "<!-- /followthrough -->",
        "followthrough:v1:acme-sre:00000000000000000009:2c3d:4e5f",
        "# head\n\n- list\n\n```\n<img src=x onerror=y> ![i](http://evil.example/i.png)",
        "{noformat}{html}[~admin] !http://evil.example/i.png!{color:red}",
        "\u202egnp.exe \u0000\u0007 \ud800 tail",
      })
  void hostileWordsStayWords(String words) {
    Receipt receipt = create(hostile(1, words));

    Ticket read = tracker.read(receipt.ticket().ref());
    assertEquals(Optional.of(marker(1)), read.marker());
    assertEquals(receipt.written().block(), read.block());
    assertTrue(Marker.findIn(read.block()).isEmpty(), read.block());
    assertTrue(read.title().codePoints().noneMatch(Character::isISOControl), read.title());
    settle();
    assertEquals(1, tracker.find(query(1)).size());
    assertEquals(List.of(), tracker.find(query(9)));
    Receipt edited =
        tracker.update(read.ref(), blocked(edit(marker(1), receipt.written()), block(words)));
    assertEquals(List.of(), edited.remarks());
  }

  @Test
  void aTitleOfAnyLengthIsCutAndNotRefused() {
    Receipt receipt = create(draft(marker(1), "long ".repeat(2000), Optional.empty()));

    assertTrue(receipt.ticket().title().startsWith("long long"));
    assertEquals(receipt.ticket().title(), receipt.written().title());
  }

  @Test
  void aTicketIsFoundByItsMark() {
    TicketRef first = create(draft(1)).ticket().ref();
    create(draft(2));
    settle();

    assertEquals(List.of(first.id()), ids(tracker.find(query(1))));
    assertEquals(2, tracker.find(new MarkQuery(INSTALLATION, Set.of(), Instant.EPOCH)).size());
    assertEquals(2, tracker.find(query(1, 2, 3)).size());
    assertEquals(List.of(), tracker.find(query(3)));
  }

  @Test
  void aTicketOfAnotherInstallationIsNotFound() {
    Marker other = new Marker("other-org", id(1), "2c3d", "4e5f");
    TicketRef theirs = create(draft(other, "Theirs", Optional.empty())).ticket().ref();
    settle();

    assertEquals(List.of(), tracker.find(query(1)));
    assertEquals(List.of(), tracker.find(new MarkQuery(INSTALLATION, Set.of(), Instant.EPOCH)));
    assertEquals(
        List.of(theirs.id()),
        ids(tracker.find(new MarkQuery("other-org", Set.of(id(1)), Instant.EPOCH))));
  }

  @Test
  void twoTicketsWithOneMarkAreBothFoundUnlessTheTrackerRefusesTheSecond() {
    Receipt once = create(draft(1));
    Receipt again = create(draft(1));
    settle();

    boolean refused = tracker.capabilities().contains(Capability.NO_TWINS);
    assertEquals(refused ? 1 : 2, tracker.find(query(1)).size());
    assertEquals(refused ? 1 : 2, harness.tickets());
    assertEquals(refused, once.equals(again));
  }

  @Test
  void aClosedTicketIsFoundByItsMark() {
    TicketRef ref = create(draft(1)).ticket().ref();
    harness.closeAsDone(ref);
    settle();

    assertEquals(List.of(ref.id()), ids(tracker.find(query(1))));
  }

  @Test
  void aTicketOfAPersonHasNoMark() {
    TicketRef ref = harness.open("Theirs", "Nothing of ours");
    settle();

    assertEquals(Optional.empty(), tracker.read(ref).marker());
    assertEquals("", tracker.read(ref).block());
    assertEquals(List.of(), tracker.find(new MarkQuery(INSTALLATION, Set.of(), Instant.EPOCH)));
  }

  @Test
  void anEditChangesWhatWeWrote() {
    Receipt born = create(draft(1));
    harness.pass(Duration.ofMinutes(1));

    Receipt edited =
        tracker.update(
            born.ticket().ref(),
            blocked(titled(edit(marker(1), born.written()), "Page on lag"), block("reworded")));

    Ticket read = tracker.read(born.ticket().ref());
    assertEquals("Page on lag", read.title());
    assertEquals(edited.written().block(), read.block());
    assertTrue(read.block().contains("reworded"));
    assertEquals(Optional.of(marker(1)), read.marker());
    assertEquals(List.of(), edited.remarks());
    assertEquals("Page on lag", edited.written().title());
  }

  @Test
  void aSecondEditOfTheSameContentChangesNothing() {
    Receipt born = create(assigned(1, harness.handle(0)));
    TicketEdit change =
        blocked(titled(edit(marker(1), born.written()), "Page on lag"), block("reworded"));
    Receipt once = tracker.update(born.ticket().ref(), change);
    harness.pass(Duration.ofMinutes(1));

    Receipt same = tracker.update(born.ticket().ref(), change);
    TicketEdit again =
        assigned(
            blocked(titled(edit(marker(1), once.written()), "Page on lag"), block("reworded")),
            harness.handle(0));
    Receipt twice = tracker.update(born.ticket().ref(), again);

    assertEquals(once.ticket(), twice.ticket());
    assertEquals(once.written(), same.written());
    assertEquals(once.written(), twice.written());
    assertEquals(List.of(), twice.remarks());
    assertEquals(List.of(), same.remarks());
  }

  @Test
  void anEditLeavesPeoplesWordsAlone() {
    Receipt born = create(draft(1));
    TicketRef ref = born.ticket().ref();
    harness.addWords(ref, "Our notes: ask the storage team.");
    harness.comment(ref, "On it");

    Receipt edited =
        tracker.update(ref, blocked(edit(marker(1), born.written()), block("reworded")));

    String description = harness.description(ref);
    assertTrue(description.contains("Our notes: ask the storage team."), description);
    assertTrue(description.contains("reworded"), description);
    assertFalse(description.contains("as agreed"), description);
    assertFalse(edited.ticket().block().contains("Our notes"));
    assertEquals(List.of(), edited.remarks());
  }

  @Test
  void aBlockThatPeopleChangedIsTheirs() {
    Receipt born = create(draft(1));
    TicketRef ref = born.ticket().ref();
    harness.replaceWords(ref, "as agreed", "as Bob asked");

    Receipt edited =
        tracker.update(ref, blocked(edit(marker(1), born.written()), block("reworded")));

    assertTrue(harness.description(ref).contains("as Bob asked"));
    assertFalse(harness.description(ref).contains("reworded"));
    assertEquals(1, edited.remarks().size(), edited.remarks()::toString);
  }

  @Test
  void aTitleThatPeopleChangedIsTheirs() {
    Receipt born = create(draft(1));
    TicketRef ref = born.ticket().ref();
    harness.retitle(ref, "Ours now");

    Receipt edited =
        tracker.update(
            ref,
            blocked(titled(edit(marker(1), born.written()), "Page on lag"), block("reworded")));

    assertEquals("Ours now", tracker.read(ref).title());
    assertTrue(harness.description(ref).contains("reworded"), "the other fields are carried over");
    assertEquals(1, remarksOf(edited, "title"), edited.remarks()::toString);
  }

  @Test
  void anAssigneeThatAPersonSetStays() {
    Receipt born = create(assigned(1, harness.handle(0)));
    TicketRef ref = born.ticket().ref();
    harness.assign(ref, harness.handle(1));

    Receipt edited =
        tracker.update(ref, assigned(edit(marker(1), born.written()), harness.handle(0)));
    assertEquals(List.of(harness.handle(1)), handles(tracker.read(ref)));
    assertEquals(1, remarksOf(edited, "assign"), edited.remarks()::toString);

    tracker.update(ref, titled(edit(marker(1), edited.written()), "Page on lag"));
    assertEquals(List.of(harness.handle(1)), handles(tracker.read(ref)));
  }

  @Test
  void anAssigneeIsSetWhereNobodyIs() {
    Receipt born = create(draft(1));
    TicketRef ref = born.ticket().ref();

    Receipt edited =
        tracker.update(ref, assigned(edit(marker(1), born.written()), harness.handle(0)));

    assertEquals(List.of(harness.handle(0)), handles(tracker.read(ref)));
    assertEquals(Optional.of(harness.handle(0)), edited.written().assignee());
    Receipt stranger =
        tracker.update(ref, assigned(edit(marker(1), edited.written()), harness.strangersHandle()));
    assertEquals(List.of(harness.handle(0)), handles(tracker.read(ref)));
    assertEquals(1, stranger.remarks().size(), stranger.remarks()::toString);
  }

  @Test
  void aDueDateThatPeopleChangedIsTheirs() {
    Receipt born = create(dated(1, DUE, "high"));
    TicketRef ref = born.ticket().ref();
    if (!tracker.capabilities().contains(Capability.DUE_DATE)) {
      Receipt refused = tracker.update(ref, due(edit(marker(1), born.written()), DUE.plusDays(1)));
      assertEquals(1, remarksOf(refused, "due date"), refused.remarks()::toString);
      assertEquals(Optional.empty(), refused.ticket().due());
      return;
    }
    Receipt moved = tracker.update(ref, due(edit(marker(1), born.written()), DUE.plusDays(1)));
    assertEquals(Optional.of(DUE.plusDays(1)), tracker.read(ref).due());

    harness.setDue(ref, DUE.plusDays(9));
    Receipt kept = tracker.update(ref, due(edit(marker(1), moved.written()), DUE.plusDays(2)));
    assertEquals(Optional.of(DUE.plusDays(9)), tracker.read(ref).due());
    assertEquals(1, remarksOf(kept, "due date"), kept.remarks()::toString);
  }
}
