package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemState;
import io.followthrough.item.Origin;
import io.followthrough.item.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RepeatsTest {
  private static final Instant SEEN = Instant.parse("2026-12-04T12:00:00Z");

  private final Scene scene = new Scene();

  /** A later postmortem that an item is told of. */
  static Repeat cameBack(Origin earlier, Instant seenAt) {
    return new Repeat(
        earlier,
        later("checkout", "replication lag", "2026-12-02"),
        Repeat.Kind.WHILE_OPEN,
        List.of(Scene.id()),
        seenAt,
        "both concern checkout: replication lag");
  }

  private static Origin later(String service, String mode, String date, String... repeatOf) {
    return new Origin(
        "docs",
        "again.md",
        Optional.of("https://docs/again.md"),
        new Incident(
            Optional.of("INC-99"),
            Optional.of("Checkout down again"),
            Optional.of(LocalDate.parse(date)),
            Optional.empty(),
            List.of(service),
            Optional.empty(),
            Optional.empty(),
            List.of(mode),
            List.of(repeatOf)));
  }

  private List<Repeat> found(Origin later, ItemState state, Optional<Instant> closedAt) {
    Standing standing = new Standing(state, false, List.of(), Optional.empty(), closedAt);
    return new Repeats(scene.people()).of(later, SEEN, List.of(new Prior(scene.item(), standing)));
  }

  private List<Repeat> found(Origin later) {
    return found(later, ItemState.ACCEPTED, Optional.empty());
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    "checkout, replication lag, true",
    "Checkout, Replication-Lag, true",
    "basket, replication lag, true",
    "payments, replication lag, false",
    "checkout, expired certificate, false",
    "checkout, '', false",
  })
  void aRepeatSharesAServiceAndAFailureMode(String service, String mode, boolean expected) {
    assertEquals(expected, !found(later(service, mode, "2026-12-02")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "INC-42, true",
    "inc 42, true",
    "Checkout outage, true",
    "https://docs/checkout.md, true",
    "INC-4, false",
  })
  void orItNamesTheEarlierOne(String named, boolean expected) {
    Origin later = later("search", "bad deploy", "2026-12-02", named);
    assertEquals(expected, !found(later).isEmpty());
  }

  @ParameterizedTest(name = "{0} closed {1} is {2}")
  @CsvSource({
    "ACCEPTED, , WHILE_OPEN",
    "BLOCKED, , WHILE_OPEN",
    "DONE, 2026-11-20T10:00:00Z, DESPITE_COMPLETE",
    "DONE, 2026-12-03T10:00:00Z, WHILE_OPEN",
    "DECLINED, 2026-12-03T10:00:00Z, WHILE_OPEN",
    "DECLINED, 2026-11-20T10:00:00Z, ",
    "AWARE, , ",
  })
  void whatCountsIsHowItStoodWhenTheIncidentCameBack(
      ItemState state, Instant closedAt, Repeat.Kind expected) {
    List<Repeat> found =
        found(
            later("checkout", "replication lag", "2026-12-02"),
            state,
            Optional.ofNullable(closedAt));
    assertEquals(Optional.ofNullable(expected), found.stream().map(Repeat::kind).findFirst());
  }

  @Test
  void openItemsOutweighDoneOnes() {
    Standing open =
        new Standing(ItemState.ACCEPTED, false, List.of(), Optional.empty(), Optional.empty());
    Standing done =
        new Standing(ItemState.DONE, true, List.of(), Optional.empty(), Optional.empty());
    ActionItem item = scene.item();
    List<Repeat> found =
        new Repeats(scene.people())
            .of(
                later("checkout", "replication lag", "2026-12-02"),
                SEEN,
                List.of(new Prior(item, done), new Prior(item, open)));
    assertEquals(1, found.size());
    assertEquals(Repeat.Kind.WHILE_OPEN, found.get(0).kind());
    assertEquals(List.of(item.id()), found.get(0).items());
    assertEquals("both concern checkout: replication lag", found.get(0).why());
  }

  @Test
  void anEarlierIncidentThatIsWrittenUpLaterRepeatsNothing() {
    assertEquals(List.of(), found(later("checkout", "replication lag", "2026-10-01")));
  }

  @Test
  void aDocumentRepeatsNeitherItselfNorAnotherAboutItsIncident() {
    Origin own = scene.origin();
    assertEquals(List.of(), found(own));
    Origin copy = new Origin("wiki", "copy", Optional.empty(), own.incident());
    assertEquals(List.of(), found(copy));
  }

  @Test
  void anItemThatIsFollowedElsewhereCountsThere() {
    scene.stage = Stage.MERGED;
    assertEquals(List.of(), found(later("checkout", "replication lag", "2026-12-02")));
  }
}
