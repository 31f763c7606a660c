package io.followthrough.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Carried;
import io.followthrough.item.Filing;
import io.followthrough.item.Stage;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Written;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlanTest {
  private static final String TITLE = "Add an alert for replication lag above 30 s";
  private static final TicketRef REF =
      new TicketRef("12", "acme/backend#12", "https://x.example/12");

  @Test
  void anAcceptedItemWithoutATicketGetsOne() {
    Change change = only(Samples.item(TITLE));

    assertEquals("create", verb(change));
    assertEquals("backend", change.tracker());
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"PROPOSED", "DONE_AT_BIRTH", "LEARNED", "MERGED"})
  void anItemThatIsNoPromiseGetsNone(Stage stage) {
    assertEquals(List.of(), changes(Samples.item(TITLE, stage)));
  }

  @Test
  void anItemThatWasRemovedGetsNone() {
    assertEquals(List.of(), changes(Samples.item(TITLE).removed(Samples.NOW)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"ACCEPTED", "LEARNED"})
  void aLinkedTicketIsAdopted(Stage stage) {
    List<Change> changes =
        Plan.between(
            List.of(Samples.item(TITLE, stage)),
            item -> Optional.of(new Plan.Link("platform", REF)),
            Samples.DRAFTS);

    assertEquals(List.of("adopt"), changes.stream().map(PlanTest::verb).toList());
    assertEquals("platform", changes.get(0).tracker());
  }

  @Test
  void aSecondPlanOverTheSameDocumentChangesNothing() {
    assertEquals(List.of(), changes(filed(Samples.item(TITLE), false)));
  }

  @Test
  void changedWordsAreAnEditWithTheNextRevision() {
    ActionItem filed = filed(Samples.item(TITLE), false);
    ActionItem reworded =
        filed.readAgain(filed.origin(), Samples.promise(TITLE + " in Europe"), filed.judgement());

    Change change = only(reworded);

    assertEquals("edit", verb(change));
    int revision = change.match(c -> 0, a -> 0, edit -> edit.carried().revision());
    assertEquals(1, revision);
    assertEquals(
        Optional.of(TITLE + " in Europe"),
        change.match(c -> Optional.empty(), a -> Optional.empty(), edit -> edit.edit().title()));
  }

  @Test
  void anAdoptedTicketIsNeverEdited() {
    ActionItem filed = filed(Samples.item(TITLE), true);
    ActionItem reworded =
        filed.readAgain(filed.origin(), Samples.promise("Something else"), filed.judgement());

    assertEquals(List.of(), changes(reworded));
  }

  @Test
  void theTicketNamesItsPostmortemItsOwnerItsDateAndTheContact() {
    String words = only(Samples.item(TITLE)).match(c -> c.draft().block().text(), a -> "", e -> "");

    for (String part : List.of("checkout.md", "Alice Martin", "2026-12-01", "#reliability")) {
      assertTrue(words.contains(part), words);
    }
  }

  @Test
  void theChangesComeInTheOrderOfTheIds() {
    List<Change> changes =
        Plan.between(
            List.of(Samples.item("c"), Samples.item("a"), Samples.item("b")),
            item -> Optional.empty(),
            Samples.DRAFTS);

    List<ActionItem> items = changes.stream().map(Change::item).toList();
    assertEquals(items.stream().sorted((x, y) -> x.id().compareTo(y.id())).toList(), items);
  }

  private static ActionItem filed(ActionItem item, boolean adopted) {
    Change change = only(item);
    Carried carried =
        change.match(Change.Create::carried, a -> Carried.NOTHING, e -> Carried.NOTHING);
    Written written =
        new Written(
            item.promise().title(), Optional.empty(), item.promise().due(), Optional.empty(), "");
    return item.carrying(carried).filed(new Filing("backend", REF, Samples.NOW, adopted, written));
  }

  private static Change only(ActionItem item) {
    List<Change> changes = changes(item);
    assertEquals(1, changes.size());
    return changes.get(0);
  }

  private static List<Change> changes(ActionItem item) {
    return Plan.between(List.of(item), any -> Optional.empty(), Samples.DRAFTS);
  }

  private static String verb(Change change) {
    return change.match(create -> "create", adopt -> "adopt", edit -> "edit");
  }
}
