package io.followthrough.sync;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes down what became of each call. Every method runs within the caller's transaction. */
final class Bookkeeper {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
  private static final int NAMED = 20;

  /** The effect happened, whether a reply said so or a look-up found it. */
  void landed(Books books, OutboxEntry entry, Sender.Landed landed, Instant now) {
    OutboxEntry inFlight = entry;
    if (!books.outbox().replace(inFlight, inFlight.done(now))) {
      return;
    }
    books.settings().remove(Destinations.DENIED + entry.destination());
    Dossier about = Dossier.of(books, entry.subject());
    landed.filing().ifPresent(filing -> about.file(books, filing, now));
    landed
        .saidAt()
        .filter(at -> !landed.kind().equals("reply"))
        .ifPresent(at -> entry.item().ifPresent(item -> said(books, item, at)));
    journal(books, entry, landed.kind(), landed.words(), now);
    landed.remarks().forEach(remark -> journal(books, entry, "remark", remark, now));
  }

  /**
   * The distance to the next message counts from when this one stood on the ticket; a reply, which
   * somebody asked for, counts for nothing.
   */
  private static void said(Books books, ItemId item, Instant at) {
    books
        .followUps()
        .find(item)
        .filter(state -> state.lastSaidAt().filter(last -> !at.isAfter(last)).isEmpty())
        .ifPresent(state -> books.followUps().put(state.saidAt(at)));
  }

  /** The effect is no longer true. */
  void superseded(Books books, OutboxEntry entry, String why, Instant now) {
    if (books.outbox().replace(entry, entry.superseded(why, now))) {
      journal(books, entry, "superseded", "not sent: " + why, now);
    }
  }

  /** A call failed; what its kind says decides what comes next. */
  OutboxEntry failed(Books books, OutboxEntry claimed, TrackerException failure, Instant now) {
    String why = String.valueOf(failure.getMessage());
    OutboxEntry next =
        switch (failure.kind()) {
          case THROTTLED -> throttled(books, claimed, failure, now);
          case UNAVAILABLE, CONFLICT ->
              claimed.again(why, Backoff.after(now, claimed.attempts(), claimed.key()));
          case DENIED -> denied(books, claimed, failure, now);
          case UNKNOWN_OUTCOME -> claimed.unknown(why, now);
          case REJECTED, BROKEN -> claimed.parked(why, now);
          case GONE ->
              claimed.effect().isCreation()
                  ? claimed.parked(why, now)
                  : claimed.superseded(why, now);
        };
    if (!books.outbox().replace(claimed, next)) {
      return books.outbox().find(claimed.key()).orElseThrow();
    }
    if (next.state() == OutboxState.PARKED) {
      journal(books, claimed, "parked", why, now);
    } else if (next.state() == OutboxState.SUPERSEDED) {
      journal(books, claimed, "superseded", "not sent: " + why, now);
    }
    return next;
  }

  /** A read that has to come before the call failed: the entry waits as it is. */
  void postponed(Books books, OutboxEntry entry, TrackerException failure, Instant now) {
    String why = String.valueOf(failure.getMessage());
    Instant later =
        failure.kind() == FailureKind.DENIED
            ? now
            : Backoff.after(now, Math.max(entry.attempts(), 1), entry.key());
    OutboxEntry next =
        switch (entry.state()) {
          case UNKNOWN -> entry.unknown(why, later);
          case PENDING -> entry.waiting(why, later);
          case IN_FLIGHT, DONE, SUPERSEDED, PARKED -> entry;
        };
    books.outbox().replace(entry, next);
    switch (failure.kind()) {
      case DENIED -> refuse(books, entry, failure, now);
      case THROTTLED -> slow(books, entry, failure, now);
      default -> {}
    }
  }

  /** The ticket on which something was looked for is gone: it is heard by nobody. */
  void gone(Books books, OutboxEntry entry, TrackerException failure, Instant now) {
    superseded(books, entry, String.valueOf(failure.getMessage()), now);
  }

  /**
   * A look-up did not find the mark, which proves something only after the tracker's lag.
   *
   * @param called until when somebody else may still be calling for it
   */
  void notFound(
      Books books, OutboxEntry entry, Duration lag, Optional<Instant> called, Instant now) {
    Instant silent = called.filter(now::isBefore).orElse(now);
    Instant sure = later(Settler.sentAt(entry).plus(lag), silent);
    boolean isRepeatable = Settler.isRepeatable(entry.effect());
    OutboxEntry next =
        (isRepeatable && !now.isBefore(silent)) || !now.isBefore(sure)
            ? entry.again("it did not happen, tried again", now)
            : entry.unknown(
                entry.problem().orElse("unknown outcome"), earlier(now.plus(BETWEEN_LOOKS), sure));
    if (books.outbox().replace(entry, next) && next.state() == OutboxState.PENDING) {
      journal(books, entry, "settled", "the tracker shows no trace of it: sent again", now);
    }
  }

  /** What may have left and does no harm twice is sent once more. */
  void again(Books books, OutboxEntry entry, Instant now) {
    String why = entry.problem().orElse("unknown outcome") + "; sent again with its key";
    Instant later = Backoff.after(now, Math.max(entry.attempts(), 1), entry.key());
    if (books.outbox().replace(entry, entry.again(why, later))) {
      journal(books, entry, "settled", why, now);
    }
  }

  /** What may have left, where nobody can find out, counts as told: it is not sent twice. */
  void unheard(Books books, OutboxEntry entry, Instant now) {
    if (books.outbox().replace(entry, entry.done(now))) {
      String why = entry.problem().orElse("unknown outcome");
      journal(books, entry, "unheard", "nobody knows whether it arrived: " + why, now);
    }
  }

  /**
   * What is kept and not delivered, a line each. What only waits for a destination that refuses us
   * is left out: the refusal is named, once. So is what a person has paused.
   */
  List<String> unsettled(Books books, String destination, Instant now) {
    Restraint restraint = Restraint.of(books, now);
    List<OutboxState> states = new ArrayList<>();
    if (Destinations.refusal(books, destination).isEmpty()) {
      states.add(OutboxState.PENDING);
    }
    states.addAll(List.of(OutboxState.IN_FLIGHT, OutboxState.UNKNOWN, OutboxState.PARKED));
    List<String> lines = new ArrayList<>();
    for (OutboxState state : states) {
      for (OutboxEntry entry : books.outbox().in(state, NAMED)) {
        Optional<String> problem = entry.problem();
        boolean paused = state == OutboxState.PENDING && restraint.on(books, entry).isPresent();
        if (entry.destination().equals(destination) && problem.isPresent() && !paused) {
          lines.add(
              destination
                  + ": "
                  + entry.subject().words()
                  + " "
                  + state.name().toLowerCase(Locale.ROOT)
                  + ": "
                  + problem.get());
        }
      }
    }
    return lines;
  }

  private OutboxEntry throttled(
      Books books, OutboxEntry claimed, TrackerException failure, Instant now) {
    slow(books, claimed, failure, now);
    return claimed.again(
        String.valueOf(failure.getMessage()), failure.retryAt().orElse(now.plus(BETWEEN_LOOKS)));
  }

  /** A refusal ends the delivery of its destination; the next one shows whether it was mended. */
  private OutboxEntry denied(
      Books books, OutboxEntry claimed, TrackerException failure, Instant now) {
    refuse(books, claimed, failure, now);
    return claimed.again(String.valueOf(failure.getMessage()), now);
  }

  private static void slow(Books books, OutboxEntry entry, TrackerException failure, Instant now) {
    failure
        .retryAt()
        .map(until -> Backoff.jittered(now, until, entry.key()))
        .ifPresent(until -> Destinations.wait(books, entry.destination(), until));
  }

  private void refuse(Books books, OutboxEntry entry, TrackerException failure, Instant now) {
    String key = Destinations.DENIED + entry.destination();
    if (books.settings().get(key).isEmpty()) {
      books.settings().put(key, failure.words());
      journal(books, entry, "denied", failure.words(), now);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void journal(
      Books books, OutboxEntry entry, String kind, String words, Instant now) {
    String about = entry.item().isPresent() ? words : entry.subject() + ": " + words;
    books.journal().append(new JournalEntry(now, JournalEntry.US, entry.item(), kind, about, ""));
  }
}
