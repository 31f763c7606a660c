package io.followthrough.daemon.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.http.HttpSettings;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.Subject;
import io.followthrough.notify.Channel;
import io.followthrough.notify.Message;
import io.followthrough.notify.Recipient;
import io.followthrough.sync.Destinations;
import io.followthrough.sync.Dispatcher;
import io.followthrough.sync.Lanes;
import io.followthrough.sync.Turns;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every channel does, whatever it speaks. */
abstract class ChannelContract {
  static final String SECRET = "canary-secret-31";
  static final Recipient ALICE =
      new Recipient("Alice Martin", Optional.of("alice@acme.example"), Optional.empty(), false);
  private static final String OURS = "acme-sre";
  private static final Subject DIGEST = Subject.of(Subject.Kind.DIGEST, OURS, "Alice", "2026-W48");

  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  /** How the other side behaves from now on. */
  enum Behaviour {
    WELL,
    /** It takes the message, and the connection ends before it says so. */
    LOSES_THE_ANSWER,
    /** It refuses this message for good. */
    REFUSES,
    /** It is busy and wants to be left alone for a while. */
    IS_BUSY,
    /** It does not know us. */
    KNOWS_US_NOT,
    /** Nobody is there. */
    IS_DOWN,
  }

  /** What arrived: the key or whatever follows from it, a line of title, and the text. */
  record Arrived(String key, String title, String text) {}

  abstract Channel channel(ChannelSettings settings);

  abstract void behaves(Behaviour behaviour);

  abstract List<Arrived> arrived();

  final Instant now() {
    return now;
  }

  final ChannelSettings settings() {
    return new ChannelSettings(
        "there",
        OURS,
        Optional.of(() -> SECRET),
        HttpSettings.defaults()
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5)),
        this::now);
  }

  static Message message(String title, Prose body) {
    return new Message(
        EffectKey.message(OURS, DIGEST, "there"),
        "digest",
        ALICE,
        Instant.parse("2026-11-23T09:00:00Z"),
        title,
        body,
        List.of(
            new Message.Topic(
                "1f2e",
                "Add an alert",
                "docs:a.md",
                "",
                "blocked",
                "Alice Martin",
                "2026-12-01",
                "",
                "")),
        "",
        Optional.empty());
  }

  private static Message plain() {
    return message(
        "3 items of yours",
        Prose.empty()
            .heading("Overdue")
            .bullet(Span.link("Add an alert", "https://gh.example/1"), Span.plain(", due today"))
            .paragraph(Span.plain("Crème brûlée & <b>friends</b>")));
  }

  @Test
  final void aMessageArrivesWithItsWords() {
    try (Channel channel = channel(settings())) {
      assertTrue(channel.reaches(ALICE));
      channel.send(plain(), "");
    }
    Arrived only = only();
    assertTrue(only.title().contains("3 items of yours"), only::toString);
    for (String words :
        List.of(
            "Overdue", "Add an alert", "https://gh.example/1", "Crème brûlée & <b>friends</b>")) {
      assertTrue(only.text().contains(words), only::toString);
    }
  }

  @Test
  final void wordsOfADocumentStayWords() {
    String hostile = "x\r\nBcc: eve@evil.example\r\n\r\n.\r\n<!channel> <@U0EVE>";
    try (Channel channel = channel(settings())) {
      channel.send(
          message(
              hostile,
              Prose.empty()
                  .bullet(Span.plain(hostile))
                  .bullet(Span.link("click", "javascript:alert(1)"))
                  .paragraph(Span.mention("Alice", "<!everyone>"))),
          "");
    }
    Arrived only = only();
    assertFalse(only.title().contains("\n"), only::toString);
    assertFalse(only.text().contains("javascript:"), only::toString);
    assertTrue(only.text().contains("Bcc: eve@evil.example"), only::toString);
    checkHarmless();
  }

  /** What only this channel could be made to do. */
  abstract void checkHarmless();

  @Test
  final void whatIsRefusedIsKnownNotToHaveArrived() {
    assertEquals(FailureKind.REJECTED, failure(Behaviour.REFUSES).kind());
  }

  @Test
  final void whoIsBusyIsLeftAloneForAWhile() {
    TrackerException failure = failure(Behaviour.IS_BUSY);

    assertEquals(FailureKind.THROTTLED, failure.kind());
    assertTrue(failure.retryAt().orElseThrow().isAfter(now));
  }

  @Test
  final void whoDoesNotKnowUsIsAPersonsConcern() {
    assertEquals(FailureKind.DENIED, failure(Behaviour.KNOWS_US_NOT).kind());
  }

  @Test
  final void whereNobodyAnswersNothingHasLeft() {
    assertEquals(FailureKind.UNAVAILABLE, failure(Behaviour.IS_DOWN).kind());
  }

  @Test
  final void aLostAnswerIsSentAgainOnlyWhereItDoesNoHarm() {
    try (Channel channel = channel(settings())) {
      Ledger ledger = new MemoryLedger();
      Message message = plain();
      ledger.run(
          books ->
              books
                  .outbox()
                  .add(
                      OutboxEntry.pending(
                          message.key(), "there", DIGEST, new Effect.SendMessage(message), now)));
      Dispatcher dispatcher =
          new Dispatcher(
              OURS,
              ledger,
              Map.of(),
              Map.of("there", channel),
              new Destinations(name -> true),
              this::now,
              "node",
              Lanes.IN_TURN,
              Turns.ALONE);
      behaves(Behaviour.LOSES_THE_ANSWER);
      dispatcher.deliver(() -> false);
      behaves(Behaviour.WELL);
      for (int turn = 0; turn < 3; turn++) {
        now = now.plus(Duration.ofHours(1));
        dispatcher.deliver(() -> false);
      }

      assertEquals(channel.knowsKeys() ? 2 : 1, arrived().size());
      Set<String> keys = new HashSet<>();
      arrived().forEach(each -> keys.add(each.key()));
      assertEquals(1, keys.size(), keys::toString);
      long done = ledger.read(books -> books.outbox().count(OutboxState.DONE));
      assertEquals(1, done);
    }
  }

  @Test
  final void aCheckTellsNobodyAnything() {
    try (Channel channel = channel(settings())) {
      List<CheckFinding> findings = channel.check();
      assertTrue(
          findings.stream().allMatch(finding -> finding.level() == CheckFinding.Level.OK),
          findings::toString);
    }
    assertEquals(List.of(), arrived());
  }

  final TrackerException failure(Behaviour behaviour) {
    behaves(behaviour);
    try (Channel channel = channel(settings())) {
      TrackerException failure =
          assertThrows(TrackerException.class, () -> channel.send(plain(), ""));
      assertFalse(failure.toString().contains(SECRET), failure::toString);
      return failure;
    }
  }

  final Arrived only() {
    assertEquals(1, arrived().size(), () -> arrived().toString());
    return arrived().get(0);
  }
}
