package io.followthrough.sync;

import io.followthrough.ledger.Effect;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.notify.Channel;
import io.followthrough.notify.Message;
import io.followthrough.tracker.TrackerException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages to channels. Nothing can be looked up there: what may have left is sent again
 * where the receiver knows its key, and else never.
 */
final class Courier {
  /** What an earlier message of a thread was answered with. */
  private static final String THREAD = "thread/";

  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private final Ledger ledger;
  private final Bookkeeper bookkeeper;
  private final Claims claims;
  private final InstantSource clock;

  Courier(Ledger ledger, Bookkeeper bookkeeper, Claims claims, InstantSource clock) {
    this.ledger = ledger;
    this.bookkeeper = bookkeeper;
    this.claims = claims;
    this.clock = clock;
  }

  /** Works on one entry that is due. */
  void step(Channel channel, OutboxEntry entry, Round round) {
    switch (entry.state()) {
      case PENDING -> claims.claim(entry).ifPresent(claimed -> call(channel, claimed, round));
      case IN_FLIGHT -> {
        OutboxEntry orphan = entry.unknown("its node fell silent", clock.instant());
        if (ledger.write(books -> books.outbox().replace(entry, orphan))) {
          settle(channel, orphan);
        }
      }
      case UNKNOWN -> settle(channel, entry);
      case DONE, SUPERSEDED, PARKED -> round.stop();
    }
  }

  private void call(Channel channel, OutboxEntry claimed, Round round) {
    if (!(claimed.effect() instanceof Effect.SendMessage effect)) {
      ledger.run(
          books ->
              bookkeeper.superseded(books, claimed, "a channel has no tickets", clock.instant()));
      return;
    }
    if (!claims.isFresh(claimed)) {
      claims.giveBack(claimed);
      return;
    }
    try {
      sent(channel, claimed, effect.message());
      round.sent(1);
    } catch (TrackerException e) {
      OutboxEntry after =
          ledger.write(books -> bookkeeper.failed(books, claimed, e, clock.instant()));
      log.warn("{}: {}: {}", channel.name(), claimed.subject(), e.getMessage());
      round.failed(e);
      if (after.state() == OutboxState.UNKNOWN) {
        settle(channel, after);
      }
    }
  }

  private void sent(Channel channel, OutboxEntry claimed, Message message) {
    String key = THREAD + channel.name() + "/" + message.to().name() + "/" + message.thread();
    String before =
        message.thread().isEmpty()
            ? ""
            : ledger.read(books -> books.settings().get(key)).orElse("");
    String thread = channel.send(message, before);
    ledger.run(
        books -> {
          bookkeeper.landed(books, claimed, told(message), clock.instant());
          if (!message.thread().isEmpty() && before.isEmpty() && !thread.isEmpty()) {
            books.settings().put(key, thread);
          }
        });
    log.info("{} told {} ({})", channel.name(), message.to().name(), message.kind());
  }

  private static Sender.Landed told(Message message) {
    return Sender.Landed.of(
        message.kind(), "told " + message.to().name() + " (" + message.kind() + ")");
  }

  private void settle(Channel channel, OutboxEntry entry) {
    ledger.run(
        books -> {
          if (channel.knowsKeys()) {
            bookkeeper.again(books, entry, clock.instant());
          } else {
            bookkeeper.unheard(books, entry, clock.instant());
          }
        });
  }
}
