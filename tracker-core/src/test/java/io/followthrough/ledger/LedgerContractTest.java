package io.followthrough.ledger;

import static io.followthrough.ledger.LedgerSamples.NOW;
import static io.followthrough.ledger.LedgerSamples.comment;
import static io.followthrough.ledger.LedgerSamples.creation;
import static io.followthrough.ledger.LedgerSamples.document;
import static io.followthrough.ledger.LedgerSamples.edit;
import static io.followthrough.ledger.LedgerSamples.filing;
import static io.followthrough.ledger.LedgerSamples.followUp;
import static io.followthrough.ledger.LedgerSamples.id;
import static io.followthrough.ledger.LedgerSamples.item;
import static io.followthrough.ledger.LedgerSamples.mirror;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.Stage;
import io.followthrough.tracker.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every ledger does, whatever it keeps its books in. */
public abstract class LedgerContractTest extends SubjectsContract {
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Claim CLAIM = new Claim("node-1", 1, LATER);

  /** Creates the ledger under test. */
  protected LedgerContractTest() {}

  @Test
  void anEmptyLedgerHasNothing() {
    ledger.read(
        books -> {
          assertEquals(0, books.items().count());
          assertEquals(List.of(), books.items().unfiled());
          assertEquals(List.of(), books.documents().all());
          assertEquals(Optional.empty(), books.mirrors().find(id(1)));
          assertEquals(Optional.empty(), books.followUps().earliest());
          assertEquals(List.of(), books.outbox().destinations());
          assertEquals(Optional.empty(), books.outbox().earliest());
          assertEquals(List.of(), books.journal().between(Instant.MIN, Instant.MAX));
          assertEquals(Map.of(), books.settings().startingWith(""));
          return true;
        });
  }

  @Test
  void everyValueComesBackAsItWasPutIncludingAfterAReopen() throws Exception {
    ActionItem filed = item(1).filed(filing("backend", 1)).removed(NOW);
    JournalEntry entry = JournalEntry.ours(NOW, id(1), "created", "created acme#1", "rule");
    List<OutboxEntry> effects =
        List.of(creation(1, "backend"), edit(1, "backend", 1), comment(1, "backend", NOW));
    ledger.run(
        books -> {
          books.items().put(filed);
          books.documents().put(document("a.md"));
          books.mirrors().put(mirror(1, "backend", TicketState.DECLINED));
          books.followUps().put(followUp(1, LATER, "p1"));
          effects.forEach(effect -> assertTrue(books.outbox().add(effect)));
          books.journal().append(entry);
          books.settings().put("cursor/backend", "2026|\u0000'\"🛒");
        });
    reopen();
    ledger.read(
        books -> {
          assertEquals(Optional.of(filed), books.items().find(id(1)));
          assertEquals(Optional.of(document("a.md")), books.documents().find("docs:a.md"));
          assertEquals(
              Optional.of(mirror(1, "backend", TicketState.DECLINED)), books.mirrors().find(id(1)));
          assertEquals(Optional.of(followUp(1, LATER, "p1")), books.followUps().find(id(1)));
          assertEquals(
              effects, books.outbox().ofItem(id(1)).stream().map(each -> each.at(0)).toList());
          assertEquals(List.of(entry), books.journal().ofItem(id(1)));
          assertEquals(Optional.of("2026|\u0000'\"🛒"), books.settings().get("cursor/backend"));
          return true;
        });
  }

  @Test
  void absentFieldsComeBackAbsent() throws Exception {
    FollowUpState untouched = FollowUpState.untouched(id(1), NOW);
    JournalEntry ofNoItem =
        new JournalEntry(NOW, "alice", Optional.empty(), "paused", "paused all", "");
    ledger.run(
        books -> {
          books.followUps().put(untouched);
          books.journal().append(ofNoItem);
        });
    reopen();
    assertEquals(Optional.of(untouched), read(books -> books.followUps().find(id(1))));
    assertEquals(List.of(ofNoItem), read(books -> books.journal().between(NOW, NOW.plusNanos(1))));
  }

  @Test
  void whatATransactionWroteIsUndoneWhenItThrows() throws Exception {
    OutboxEntry first = creation(1, "backend");
    ledger.run(
        books -> {
          books.items().put(item(1));
          books.outbox().add(first);
          books.settings().put("kept", "old");
          books.settings().put("removed", "back");
        });
    assertThrows(
        StackOverflowError.class,
        () ->
            ledger.run(
                books -> {
                  books.items().put(item(1).filed(filing("backend", 1)));
                  books.items().put(item(2));
                  books.documents().put(document("a.md"));
                  books.mirrors().put(mirror(1, "backend", TicketState.OPEN));
                  books.followUps().put(followUp(1, NOW, "p"));
                  OutboxEntry seen = books.outbox().find(first.key()).orElseThrow();
                  assertTrue(books.outbox().replace(seen, seen.claimed(CLAIM, NOW)));
                  books.outbox().add(creation(2, "backend"));
                  books.journal().append(JournalEntry.ours(NOW, id(1), "created", "", ""));
                  books.settings().put("kept", "new");
                  books.settings().remove("removed");
                  books.settings().put("kept", "newer");
                  throw new StackOverflowError("played");
                }));
    for (int round = 0; round < 2; round++) {
      ledger.read(
          books -> {
            assertEquals(List.of(item(1)), books.items().after(Optional.empty(), 9));
            assertEquals(List.of(), books.documents().all());
            assertEquals(Optional.empty(), books.mirrors().find(id(1)));
            assertEquals(Optional.empty(), books.followUps().find(id(1)));
            assertEquals(1, books.outbox().in(OutboxState.PENDING, 9).size());
            assertEquals(List.of(), books.outbox().in(OutboxState.IN_FLIGHT, 9));
            assertEquals(List.of(), books.journal().ofItem(id(1)));
            assertEquals(
                Map.of("kept", "old", "removed", "back"), books.settings().startingWith(""));
            return true;
          });
      reopen();
    }
  }

  @Test
  void aTransactionSeesItsOwnWrites() {
    ledger.run(
        books -> {
          books.items().put(item(1));
          assertEquals(List.of(item(1)), books.items().unfiled());
          assertTrue(books.outbox().add(creation(1, "backend")));
          assertEquals(List.of(), books.items().unfiled());
          assertFalse(books.outbox().add(creation(1, "backend")));
        });
  }

  @Test
  void transactionsAreNotNestedAndTheOuterOneGoesOn() {
    ledger.run(
        books -> {
          books.settings().put("a", "1");
          assertThrows(
              IllegalStateException.class, () -> ledger.read(inner -> inner.items().count()));
          assertThrows(
              IllegalStateException.class, () -> ledger.run(inner -> inner.settings().remove("a")));
          books.settings().put("b", "2");
        });
    assertEquals(Map.of("a", "1", "b", "2"), read(books -> books.settings().startingWith("")));
    Throwable refused =
        read(
            books ->
                assertThrows(
                    IllegalStateException.class,
                    () -> ledger.run(inner -> inner.settings().remove("a"))));
    assertEquals("transactions may not be nested", refused.getMessage());
  }

  @Test
  void aReadingTransactionCannotWrite() {
    Throwable refused =
        read(
            books ->
                assertThrows(
                    IllegalStateException.class, () -> books.settings().put("key", "value")));
    assertEquals("a reading transaction cannot write", refused.getMessage());
    assertEquals(Map.of(), read(books -> books.settings().startingWith("")));
  }

  @Test
  void booksAreClosedWithTheirTransaction() {
    Books written = ledger.write(books -> books);
    assertThrows(IllegalStateException.class, () -> written.settings().put("key", "value"));
    Books seen = ledger.read(books -> books);
    assertThrows(IllegalStateException.class, () -> seen.items().find(id(1)));
  }

  @Test
  void writersFromManyThreadsLoseNothing() throws Exception {
    ledger.run(books -> books.settings().put("sum", "0"));
    Callable<Boolean> adder =
        () -> {
          for (int i = 0; i < 25; i++) {
            ledger.run(
                books -> {
                  int sum = Integer.parseInt(books.settings().get("sum").orElseThrow());
                  books.settings().put("sum", Integer.toString(sum + 1));
                  books.settings().put("copy", Integer.toString(sum + 1));
                });
            Map<String, String> both = read(books -> books.settings().startingWith(""));
            assertEquals(both.get("sum"), both.get("copy"));
          }
          return true;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(4, adder))) {
        assertTrue(each.get(60, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(Optional.of("100"), read(books -> books.settings().get("sum")));
  }

  @Test
  void itemsAreFoundByTicketDocumentIncidentAndWords() {
    ActionItem filed = item(3).filed(filing("backend", 3));
    ActionItem other = item(2, Stage.ACCEPTED, "b.md", "INC-7", "Test the  FAIL-over!");
    ledger.run(books -> List.of(filed, other, item(1)).forEach(books.items()::put));
    ledger.read(
        books -> {
          Items items = books.items();
          assertEquals(Optional.of(filed), items.filedAs("backend", "id-3"));
          assertEquals(Optional.empty(), items.filedAs("elsewhere", "id-3"));
          assertEquals(Optional.empty(), items.filedAs("backend", "id-1"));
          assertEquals(List.of(item(1), filed), items.ofDocument("docs:2026/checkout.md"));
          assertEquals(List.of(other), items.ofDocument("docs:b.md"));
          assertEquals(List.of(item(1), filed), items.ofIncident("inc 42"));
          assertEquals(List.of(), items.ofIncident("inc 4"));
          assertEquals(List.of(other), items.near("Testing of the fail over"));
          assertEquals(List.of(), items.near("Test the fail back"));
          assertEquals(3, items.count());
          assertEquals("acme/Backend#3", items.ticketOf(id(3)).orElseThrow().key());
          return true;
        });
    ledger.run(books -> books.items().put(item(2, Stage.ACCEPTED, "c.md", "INC-8", "Other words")));
    assertEquals(List.of(), read(books -> books.items().ofDocument("docs:b.md")));
    assertEquals(List.of(), read(books -> books.items().ofIncident("inc 7")));
    assertEquals(List.of(), read(books -> books.items().near("test the fail over")));
  }

  @Test
  void unfiledItemsAreAcceptedPresentAndNotOnTheirWay() {
    ledger.run(
        books -> {
          books.items().put(item(9));
          books.items().put(item(1));
          books.items().put(item(2).filed(filing("backend", 2)));
          books.items().put(item(3).removed(NOW));
          books.items().put(item(4, Stage.PROPOSED, "a.md", "INC-1", "Held"));
          books.items().put(item(5));
          books.items().put(item(6));
          books.items().put(item(7));
          books.outbox().add(creation(7, "backend"));
          books.outbox().add(creation(5, "backend"));
          books.outbox().add(comment(6, "backend", NOW));
          OutboxEntry added = books.outbox().find(creation(5, "backend").key()).orElseThrow();
          assertTrue(books.outbox().replace(added, added.superseded("it was removed", NOW)));
        });
    assertEquals(List.of(item(1), item(5), item(6), item(9)), read(it -> it.items().unfiled()));
  }

  @Test
  void allItemsAreWalkedThroughInSteps() {
    ledger.run(books -> List.of(5, 1, 4, 2, 3).forEach(n -> books.items().put(item(n))));
    List<ItemId> seen = new ArrayList<>();
    Optional<ItemId> last = Optional.empty();
    List<ActionItem> step = after(last);
    while (!step.isEmpty()) {
      step.forEach(each -> seen.add(each.id()));
      last = Optional.of(seen.get(seen.size() - 1));
      step = after(last);
    }
    assertEquals(List.of(id(1), id(2), id(3), id(4), id(5)), seen);
  }

  private List<ActionItem> after(Optional<ItemId> last) {
    return read(books -> books.items().after(last, 2));
  }

  @Test
  void peopleFindItemsByWhatTheyType() {
    ActionItem filed = item(0xabc).filed(filing("backend", 12));
    ledger.run(books -> List.of(filed, item(1)).forEach(books.items()::put));
    ledger.read(
        books -> {
          Items items = books.items();
          assertEquals(List.of(filed), items.matching(" 00000000000000000ABC "));
          assertEquals(List.of(item(1), filed), items.matching("0000"));
          assertEquals(List.of(filed), items.matching("ACME/backend#12"));
          assertEquals(List.of(filed), items.matching("https://tracker.example/Backend/12"));
          assertEquals(List.of(), items.matching("acme/backend#1"));
          assertEquals(List.of(), items.matching("%"));
          assertEquals(List.of(), items.matching("  "));
          return true;
        });
  }

  @Test
  void documentsAreFoundByKeySourceAndWhatTheyAreCalled() {
    DocumentRecord first = document("a.md");
    DocumentRecord second = document("b.md");
    ledger.run(books -> List.of(second, first, first).forEach(books.documents()::put));
    assertEquals(List.of(first, second), read(books -> books.documents().all()));
    assertEquals(List.of(first, second), read(books -> books.documents().ofSource("docs")));
    assertEquals(List.of(), read(books -> books.documents().ofSource("doc")));
    assertEquals(List.of(second), read(it -> it.documents().bearing(Set.of("b md", "c"))));
  }

  @Test
  void openMirrorsOfATrackerAreWalkedThroughInSteps() {
    ledger.run(
        books -> {
          books.mirrors().put(mirror(4, "backend", TicketState.BLOCKED));
          books.mirrors().put(mirror(1, "backend", TicketState.OPEN));
          books.mirrors().put(mirror(2, "backend", TicketState.DONE));
          books.mirrors().put(mirror(3, "other", TicketState.OPEN));
          books.mirrors().put(mirror(5, "backend", TicketState.OPEN));
          books.mirrors().put(mirror(5, "backend", TicketState.GONE));
          books.mirrors().put(mirror(6, "backend", TicketState.UNKNOWN));
        });
    assertEquals(List.of(id(1), id(4)), open(Optional.empty()));
    assertEquals(List.of(id(6)), open(Optional.of(id(4))));
  }

  private List<ItemId> open(Optional<ItemId> after) {
    return read(books -> books.mirrors().open("backend", after, 2)).stream()
        .map(Mirror::item)
        .toList();
  }

  @Test
  void followUpsAreDueWhenTheirTimeComesOrThePolicyChanges() {
    FollowUpState never = resting(6, "p1");
    FollowUpState staleNever = resting(7, "p0");
    ledger.run(
        books -> {
          books.followUps().put(followUp(1, NOW.plusSeconds(9), "p1"));
          books.followUps().put(followUp(2, NOW, "p1"));
          books.followUps().put(followUp(3, NOW.minusSeconds(9), "p1"));
          books.followUps().put(followUp(4, NOW.plusSeconds(5), "p0"));
          books.followUps().put(followUp(5, NOW.plusNanos(1), "p1"));
          books.followUps().put(followUp(8, NOW.minusSeconds(99), ""));
          books.followUps().put(never);
          books.followUps().put(staleNever);
        });
    assertEquals(List.of(8, 3, 2, 4, 7), due(NOW, "p1", 9));
    assertEquals(List.of(8, 3), due(NOW, "p1", 2));
    assertEquals(List.of(8, 3, 2, 5, 4, 1, 7), due(Instant.MAX, "p1", 9));
    assertEquals(List.of(8, 3, 2, 5, 4, 1, 6, 7), due(Instant.MIN, "p2", 9));
    assertEquals(Optional.of(NOW.minusSeconds(99)), read(books -> books.followUps().earliest()));
  }

  private static FollowUpState resting(int number, String policy) {
    FollowUpState some = followUp(number, NOW, policy);
    return new FollowUpState(
        some.item(),
        some.lastSaidAt(),
        some.ladderDue(),
        some.stepsSaid(),
        some.deferrals(),
        some.dueSoonFor(),
        some.asked(),
        Optional.empty(),
        Optional.empty(),
        policy);
  }

  private List<Integer> due(Instant now, String policy, int limit) {
    return read(books -> books.followUps().due(now, policy, limit)).stream()
        .map(state -> Integer.parseInt(state.item().value(), 16))
        .toList();
  }

  private OutboxEntry added(OutboxEntry entry) {
    return ledger.write(
        books -> {
          assertTrue(books.outbox().add(entry));
          return books.outbox().find(entry.key()).orElseThrow();
        });
  }

  private OutboxEntry replaced(OutboxEntry seen, OutboxEntry next) {
    assertTrue(ledger.<Boolean>write(books -> books.outbox().replace(seen, next)));
    return read(books -> books.outbox().find(seen.key())).orElseThrow();
  }

  private List<OutboxEntry> workable(String destination, Instant now) {
    return read(books -> books.outbox().workable(destination, now, 99));
  }

  @Test
  void anEffectIsAddedOnceAndKeepsItsPlace() {
    OutboxEntry first = added(creation(1, "backend"));
    OutboxEntry second = added(creation(2, "backend"));
    assertTrue(first.sequence() < second.sequence());
    OutboxEntry done = replaced(first, first.done(NOW));
    boolean again = ledger.write(books -> books.outbox().add(creation(1, "elsewhere")));
    assertFalse(again);
    assertEquals(Optional.of(done), read(books -> books.outbox().find(first.key())));
    assertEquals(first.done(NOW), done);
  }

  @Test
  void onlyWhoSawTheNewestStateReplacesAnEntry() {
    OutboxEntry seen = added(creation(1, "backend"));
    OutboxEntry claimed = replaced(seen, seen.claimed(CLAIM, NOW));
    assertEquals(claimed, seen.claimed(CLAIM, NOW));
    OutboxEntry late = seen.claimed(new Claim("node-2", 1, LATER), NOW);
    OutboxEntry olderClaim = seen.claimed(new Claim("node-1", 1, LATER.plusNanos(1)), NOW);
    ledger.run(
        books -> {
          assertFalse(books.outbox().replace(seen, late));
          assertFalse(books.outbox().replace(late, late.done(NOW)));
          assertFalse(books.outbox().replace(olderClaim, olderClaim.done(NOW)));
          assertFalse(books.outbox().replace(creation(9, "backend"), creation(9, "backend")));
          assertThrows(
              IllegalArgumentException.class,
              () -> books.outbox().replace(claimed, creation(2, "backend")));
        });
    assertEquals(Optional.of(claimed), read(books -> books.outbox().find(seen.key())));
    OutboxEntry done = replaced(claimed, claimed.done(LATER));
    assertEquals(List.of(done), read(books -> books.outbox().in(OutboxState.DONE, 9)));
  }

  @Test
  void entriesOfAnItemGoOneAfterTheOther() {
    OutboxEntry first = added(creation(1, "backend"));
    OutboxEntry second = added(edit(1, "backend", 1));
    OutboxEntry elsewhere = added(comment(1, "chat", NOW));
    OutboxEntry other = added(creation(2, "backend"));
    assertEquals(List.of(first, other), workable("backend", NOW));
    assertEquals(List.of(elsewhere), workable("chat", NOW));
    assertEquals(List.of(), workable("nowhere", NOW));
    assertEquals(List.of("backend", "chat"), read(books -> books.outbox().destinations()));
    OutboxEntry claimed = replaced(first, first.claimed(CLAIM, NOW));
    assertEquals(List.of(other), workable("backend", NOW));
    OutboxEntry unknown = replaced(claimed, claimed.unknown("reset", LATER));
    assertEquals(List.of(other), workable("backend", LATER.minusNanos(1)));
    assertEquals(List.of(unknown, other), workable("backend", LATER));
    replaced(unknown, unknown.done(NOW));
    assertEquals(List.of(second, other), workable("backend", NOW));
    replaced(second, second.superseded("no longer true", NOW));
    replaced(other, other.done(NOW));
    replaced(elsewhere, elsewhere.done(NOW));
    assertEquals(List.of(), read(books -> books.outbox().destinations()));
  }

  @Test
  void aParkedEntryHoldsBackItsItemAndNoOther() {
    OutboxEntry first = added(creation(1, "backend"));
    OutboxEntry second = added(edit(1, "backend", 1));
    OutboxEntry other = added(creation(2, "backend"));
    OutboxEntry parked = replaced(first, first.parked("no such label", NOW));
    assertEquals(List.of(other), workable("backend", LATER));
    assertEquals(List.of(parked), read(books -> books.outbox().in(OutboxState.PARKED, 9)));
    replaced(other, other.done(NOW));
    assertEquals(List.of("backend"), read(books -> books.outbox().destinations()));
    assertEquals(Optional.empty(), read(books -> books.outbox().earliest()));
    OutboxEntry released = replaced(parked, parked.again("mended", NOW));
    assertEquals(List.of(released), workable("backend", NOW));
    assertEquals(List.of(released, second), read(books -> books.outbox().ofItem(id(1))));
  }

  @Test
  void anEntryInFlightIsWorkableWhenItsLeaseHasEnded() {
    OutboxEntry entry = added(creation(1, "backend"));
    OutboxEntry claimed = replaced(entry, entry.claimed(CLAIM, NOW));
    assertEquals(List.of(), workable("backend", LATER.minusNanos(1)));
    assertEquals(List.of(claimed), workable("backend", LATER));
    assertEquals(Optional.of(LATER), read(books -> books.outbox().earliest()));
  }

  @Test
  void theEarliestInstantIsThatOfAnEntryWhoseTurnItIs() {
    OutboxEntry first = added(creation(1, "backend"));
    added(edit(1, "backend", 1));
    OutboxEntry flying = replaced(first, first.claimed(CLAIM, NOW));
    replaced(flying, flying.again("throttled", LATER));
    assertEquals(Optional.of(LATER), read(books -> books.outbox().earliest()));
    added(comment(1, "chat", NOW));
    assertEquals(Optional.of(NOW), read(books -> books.outbox().earliest()));
  }

  @Test
  void workAndStatesAreListedInOrderUpToALimit() {
    List<OutboxEntry> all = new ArrayList<>();
    for (int number : List.of(5, 3, 4, 1)) {
      all.add(added(creation(number, "backend")));
    }
    assertEquals(all.subList(0, 2), read(books -> books.outbox().workable("backend", NOW, 2)));
    assertEquals(all.subList(0, 3), read(books -> books.outbox().in(OutboxState.PENDING, 3)));
    assertEquals(Long.valueOf(4), read(books -> books.outbox().count(OutboxState.PENDING)));
    replaced(all.get(0), all.get(0).done(NOW));
    assertEquals(all.subList(1, 3), read(books -> books.outbox().workable("backend", NOW, 2)));
    assertEquals(Long.valueOf(1), read(books -> books.outbox().count(OutboxState.DONE)));
  }

  @Test
  void whatWasSentInAPeriodIsListed() {
    OutboxEntry first = added(creation(1, "backend"));
    OutboxEntry second = added(creation(2, "backend"));
    OutboxEntry third = added(creation(3, "backend"));
    OutboxEntry late = replaced(first, first.done(LATER));
    OutboxEntry early = replaced(second, second.done(NOW));
    replaced(third, third.superseded("x", NOW));
    assertEquals(List.of(early), read(books -> books.outbox().doneBetween(NOW, LATER)));
    assertEquals(
        List.of(late, early), read(books -> books.outbox().doneBetween(Instant.MIN, Instant.MAX)));
  }

  @Test
  void theJournalKeepsTheOrderOfAppendingThroughAClockSetBack() throws Exception {
    JournalEntry first = JournalEntry.ours(NOW, id(1), "found", "1", "");
    JournalEntry second = JournalEntry.ours(NOW.minus(Duration.ofHours(1)), id(1), "held", "2", "");
    JournalEntry third = JournalEntry.ours(NOW, id(2), "found", "3", "");
    JournalEntry future = JournalEntry.ours(LATER, id(2), "created", "4", "");
    assertEquals(Optional.empty(), read(books -> books.journal().last()));
    for (JournalEntry each : List.of(first, second, third, future)) {
      ledger.run(books -> books.journal().append(each));
    }
    reopen();
    assertEquals(List.of(first, second), read(books -> books.journal().ofItem(id(1))));
    assertEquals(Optional.of(future), read(books -> books.journal().last()));
    assertEquals(
        List.of(first, second, third),
        read(books -> books.journal().between(NOW.minusSeconds(3600), LATER)));
    assertEquals(List.of(first, third), read(books -> books.journal().between(NOW, LATER)));
  }

  @Test
  void settingsAreReplacedRemovedAndListedByPrefix() {
    ledger.run(
        books -> {
          Settings settings = books.settings();
          settings.put("pause/b", "1");
          settings.put("pause/a", "2");
          settings.put("pause/🛒", "4");
          settings.put("pause", "x");
          settings.put("pausf", "x");
          settings.put("pause%", "x");
          settings.put("pause/a", "3");
          settings.remove("never there");
        });
    Map<String, String> pauses = read(books -> books.settings().startingWith("pause/"));
    assertEquals(List.of("pause/a", "pause/b", "pause/🛒"), List.copyOf(pauses.keySet()));
    assertEquals("3", pauses.get("pause/a"));
    ledger.run(books -> books.settings().remove("pause/a"));
    assertEquals(Optional.empty(), read(books -> books.settings().get("pause/a")));
  }
}
