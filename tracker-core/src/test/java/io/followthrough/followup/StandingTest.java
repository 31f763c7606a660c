package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.ItemState;
import io.followthrough.item.Stage;
import io.followthrough.tracker.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {
  private final Scene scene = new Scene();

  @ParameterizedTest
  @CsvSource({
    "OPEN, ACCEPTED",
    "IN_PROGRESS, IN_PROGRESS",
    "BLOCKED, BLOCKED",
    "DONE, DONE",
    "DECLINED, DECLINED",
    "GONE, GONE",
    "UNKNOWN, UNKNOWN",
  })
  void theTicketIsTheTruth(TicketState ticket, ItemState expected) {
    scene.ticketState = ticket;
    assertEquals(expected, Standing.of(scene.item(), scene.mirror()).state());
  }

  @ParameterizedTest
  @CsvSource({
    "PROPOSED, PROPOSED",
    "ACCEPTED, ACCEPTED",
    "DONE_AT_BIRTH, DONE",
    "LEARNED, AWARE",
    "MERGED, AWARE",
  })
  void withoutATicketTheDocumentTells(Stage stage, ItemState expected) {
    scene.stage = stage;
    assertEquals(expected, Standing.of(scene.item()).state());
  }

  @Test
  void whatHistoryCallsDoneIsDoneAndUnverified() {
    scene.stage = Stage.LEARNED;
    scene.doneInDocument = true;
    Standing standing = Standing.of(scene.item());
    assertEquals(ItemState.DONE, standing.state());
    assertEquals(false, standing.verified());
  }

  @Test
  void theDocumentNeverClosesATicket() {
    scene.doneInDocument = true;
    assertEquals(ItemState.ACCEPTED, Standing.of(scene.item(), scene.mirror()).state());
    assertEquals(ItemState.ACCEPTED, Standing.of(scene.item()).state());
  }

  @Test
  void aMergedChangeVerifies() {
    scene.closed(TicketState.DONE, "2026-11-10T10:00:00Z", "https://code/pull/7");
    Standing standing = Standing.of(scene.item(), scene.mirror());
    assertEquals(true, standing.verified());
    assertEquals(List.of("https://code/pull/7"), standing.evidence());
    assertEquals(Optional.of("bob"), standing.closedBy());
    assertEquals(Optional.of(Instant.parse("2026-11-10T10:00:00Z")), standing.closedAt());
  }

  @Test
  void aLinkThatAPersonWroteVerifies() {
    scene.closed(TicketState.DONE, "2026-11-10T10:00:00Z").links = List.of("https://dash/lag");
    assertEquals(true, Standing.of(scene.item(), scene.mirror()).verified());
  }

  @Test
  void theTicketItselfAndItsPostmortemShowNothing() {
    scene.closed(TicketState.DONE, "2026-11-10T10:00:00Z").links =
        List.of("https://tracker/12", "https://docs/checkout.md");
    assertEquals(false, Standing.of(scene.item(), scene.mirror()).verified());
  }

  @Test
  void aDeclinedItemIsNotVerifiedByALink() {
    scene.closed(TicketState.DECLINED, "2026-11-10T10:00:00Z").links = List.of("https://dash/lag");
    assertEquals(false, Standing.of(scene.item(), scene.mirror()).verified());
  }

  @Test
  void aReopenedTicketIsClosedByNobody() {
    scene.closed(TicketState.DONE, "2026-11-10T10:00:00Z", "https://code/pull/7");
    scene.ticketState = TicketState.OPEN;
    Standing standing = Standing.of(scene.item(), scene.mirror());
    assertEquals(false, standing.verified());
    assertEquals(Optional.empty(), standing.closedBy());
    assertEquals(Optional.empty(), standing.closedAt());
  }
}
