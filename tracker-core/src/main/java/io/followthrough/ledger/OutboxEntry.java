package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.Optional;

/**
 * One effect that is to happen once.
 *
 * @param key unique for the effect: installation, subject, kind and step; see {@link EffectKey}
 * @param sequence the order of writing, given by the ledger; entries of one subject go in this
 *     order
 * @param destination the name of the tracker or channel
 * @param notBefore not to be tried earlier, for throttling and back-off
 * @param claim present from the first claim on
 * @param sentAt when the first call of the present try may have left; look-ups begin there
 * @param attempts how many calls were made
 * @param problem the last failure, in words for a person
 * @param settledAt when it became DONE, SUPERSEDED or PARKED
 */
public record OutboxEntry(
    String key,
    long sequence,
    String destination,
    Subject subject,
    Effect effect,
    OutboxState state,
    Instant createdAt,
    Instant notBefore,
    Optional<Claim> claim,
    Optional<Instant> sentAt,
    int attempts,
    Optional<String> problem,
    Optional<Instant> settledAt) {
  public OutboxEntry {
    requireNonNull(key, "key is null");
    requireNonNull(destination, "destination is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(effect, "effect is null");
    requireNonNull(state, "state is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(notBefore, "notBefore is null");
    requireNonNull(claim, "claim is null");
    requireNonNull(sentAt, "sentAt is null");
    requireNonNull(problem, "problem is null");
    requireNonNull(settledAt, "settledAt is null");
  }

  /** A new entry about an item; the ledger gives it its sequence when it is added. */
  public static OutboxEntry pending(
      String key, String destination, ItemId item, Effect effect, Instant now) {
    return pending(key, destination, Subject.of(item), effect, now);
  }

  /** A new entry; the ledger gives it its sequence when it is added. */
  public static OutboxEntry pending(
      String key, String destination, Subject subject, Effect effect, Instant now) {
    return new OutboxEntry(
        key,
        0,
        destination,
        subject,
        effect,
        OutboxState.PENDING,
        now,
        now,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  /** The item that it is about, where it is about one. */
  public Optional<ItemId> item() {
    return subject.item();
  }

  /** The same entry at its place in the order. */
  public OutboxEntry at(long newSequence) {
    return new OutboxEntry(
        key,
        newSequence,
        destination,
        subject,
        effect,
        state,
        createdAt,
        notBefore,
        claim,
        sentAt,
        attempts,
        problem,
        settledAt);
  }

  /**
   * The same effect in newer words, as long as no call has left; what was superseded is true again.
   */
  public OutboxEntry reworded(Effect newEffect, Instant now) {
    OutboxState next = state == OutboxState.PENDING ? state : move(OutboxState.PENDING);
    return new OutboxEntry(
        key,
        sequence,
        destination,
        subject,
        newEffect,
        next,
        createdAt,
        now,
        claim,
        sentAt,
        attempts,
        problem,
        Optional.empty());
  }

  /** Still to be sent, not before an instant, for a reason. */
  public OutboxEntry waiting(String why, Instant from) {
    if (state != OutboxState.PENDING) {
      throw new IllegalStateException(key + " is " + state + " and waits for something else");
    }
    return step(state, from, sentAt, Optional.of(why), Optional.empty());
  }

  /** Claimed for a call that is about to leave. */
  public OutboxEntry claimed(Claim newClaim, Instant now) {
    return new OutboxEntry(
        key,
        sequence,
        destination,
        subject,
        effect,
        move(OutboxState.IN_FLIGHT),
        createdAt,
        notBefore,
        Optional.of(newClaim),
        sentAt.or(() -> Optional.of(now)),
        attempts + 1,
        problem,
        Optional.empty());
  }

  /** It happened. */
  public OutboxEntry done(Instant now) {
    return step(move(OutboxState.DONE), notBefore, sentAt, Optional.empty(), Optional.of(now));
  }

  /** It is no longer true. */
  public OutboxEntry superseded(String why, Instant now) {
    return step(
        move(OutboxState.SUPERSEDED), notBefore, sentAt, Optional.of(why), Optional.of(now));
  }

  /** Nobody knows whether it happened; looked at again not before an instant. */
  public OutboxEntry unknown(String why, Instant lookAt) {
    OutboxState next = state == OutboxState.UNKNOWN ? state : move(OutboxState.UNKNOWN);
    return step(next, lookAt, sentAt, Optional.of(why), Optional.empty());
  }

  /** It certainly did not happen and may be tried again from an instant on. */
  public OutboxEntry again(String why, Instant from) {
    return step(
        move(OutboxState.PENDING), from, Optional.empty(), Optional.of(why), Optional.empty());
  }

  /** It certainly did not happen, and a person has to mend something first. */
  public OutboxEntry parked(String why, Instant now) {
    return step(
        move(OutboxState.PARKED), notBefore, Optional.empty(), Optional.of(why), Optional.of(now));
  }

  private OutboxEntry step(
      OutboxState next,
      Instant from,
      Optional<Instant> sent,
      Optional<String> why,
      Optional<Instant> settled) {
    return new OutboxEntry(
        key,
        sequence,
        destination,
        subject,
        effect,
        next,
        createdAt,
        from,
        claim,
        sent,
        attempts,
        why,
        settled);
  }

  private OutboxState move(OutboxState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(key + " is " + state + " and cannot become " + next);
    }
    return next;
  }
}
