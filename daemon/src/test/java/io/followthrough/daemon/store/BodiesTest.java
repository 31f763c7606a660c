package io.followthrough.daemon.store;

import static io.followthrough.ledger.LedgerSamples.NOW;
import static io.followthrough.ledger.LedgerSamples.comment;
import static io.followthrough.ledger.LedgerSamples.filing;
import static io.followthrough.ledger.LedgerSamples.followUp;
import static io.followthrough.ledger.LedgerSamples.id;
import static io.followthrough.ledger.LedgerSamples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.Incident;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import io.followthrough.ledger.OutboxEntry;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BodiesTest {
  @Test
  void idsAndInstantsAreReadableAndDerivedValuesAreNotStored() {
    String body = Bodies.write(item(1).filed(filing("backend", 1)));
    assertTrue(body.startsWith("{\"id\":\"" + id(1) + "\","), body);
    assertTrue(body.contains("\"firstSeenAt\":\"" + NOW + "\""), body);
    assertFalse(body.contains("holds\":["), body);
    assertTrue(
        Bodies.write(comment(1, "chat", NOW)).contains("{\"effect\":\"post-comment\",\"kind\""));
  }

  @Test
  void fieldsOfALaterVersionArePassedOver() {
    String body = Bodies.write(comment(1, "chat", NOW));
    String later =
        body.replace("\"kind\":\"nudge\"", "\"tone\":{\"a\":[1]},\"kind\":\"nudge\"")
            .replace("{\"key\"", "{\"colour\":\"red\",\"key\"");
    assertEquals(
        Bodies.read(body, OutboxEntry.class),
        Bodies.read(later.replace("\"state\"", "\"more\":null,\"state\""), OutboxEntry.class));
  }

  @Test
  void fieldsThatAnEarlierVersionDidNotHaveAreEmpty() {
    assertEquals(Incident.unknown(), Bodies.read("{}", Incident.class));
    assertEquals(new Finding("", false, ""), Bodies.read("{}", Finding.class));
    FollowUpState state = Bodies.read("{\"item\":\"x\"}", FollowUpState.class);
    assertEquals(Set.of(), state.asked());
    assertEquals(Optional.empty(), state.nextAt());
    assertEquals(0, state.deferrals());
    assertEquals("", state.policy());
  }

  @Test
  void signsOfEveryPlaneAndHalvesOfThemSurvive() {
    JournalEntry entry =
        JournalEntry.ours(NOW, id(1), "kind", "a\u0000b\ud83d c\udc00 🛒 \u2028 é \"\\", "");
    assertEquals(entry, Bodies.read(Bodies.write(entry), JournalEntry.class));
    assertTrue(Bodies.write(entry).chars().allMatch(sign -> sign < 0x7f && sign >= ' '));
  }

  @Test
  void aBodyWithoutWhatIsNeededIsDamage() {
    for (String body : new String[] {"{}", "", "null", "[]", "{\"id\":\" \"}", "{\"id\":"}) {
      LedgerException refusal =
          assertThrows(LedgerException.class, () -> Bodies.read(body, ActionItem.class), body);
      assertEquals(Kind.DAMAGED, refusal.kind());
    }
    String state = Bodies.write(followUp(1, NOW, "p")).replace(NOW.toString(), "yesterday");
    assertThrows(LedgerException.class, () -> Bodies.read(state, FollowUpState.class));
  }
}
