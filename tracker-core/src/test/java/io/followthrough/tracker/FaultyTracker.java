package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A tracker behind a network and in front of a process that both fail as a script says. It stands
 * for the world: a test keeps it over the restarts of what it tests.
 */
public final class FaultyTracker extends ForwardingTracker {
  /** The process is dead; nothing may catch it but the test. */
  public static final class Death extends Error {
    @Serial private static final long serialVersionUID = 1L;

    /** A death at a place. */
    public Death(String where) {
      super(where);
    }
  }

  private record LateEffect(Instant at, Runnable effect) {}

  private final InstantSource clock;
  private final Duration lateBy;
  private final SortedSet<String> faultPoints = new TreeSet<>();
  private final List<LateEffect> late = new ArrayList<>();
  private final Set<String> tooLate = new TreeSet<>();
  private FaultScript script;
  private long calls;

  /**
   * Creates the faults of a tracker.
   *
   * @param clock the tracker's own clock
   * @param lateBy after which time a {@link Fault#LATE} effect arrives; part of {@link #findLag()}
   */
  public FaultyTracker(Tracker delegate, InstantSource clock, Duration lateBy, FaultScript script) {
    super(delegate);
    this.clock = requireNonNull(clock, "clock is null");
    this.lateBy = requireNonNull(lateBy, "lateBy is null");
    this.script = requireNonNull(script, "script is null");
  }

  /** From now on another script decides, {@link FaultScript#never()} to let things come to rest. */
  public synchronized void setScript(FaultScript next) {
    script = requireNonNull(next, "next is null");
  }

  /** How many calls have reached for the tracker. */
  public synchronized long calls() {
    return calls;
  }

  /** Every operation and fault that met, such as {@code comment overdue/DIE_AFTER}. */
  public synchronized SortedSet<String> faultPoints() {
    return new TreeSet<>(faultPoints);
  }

  /** When the next late effect arrives; empty where none is under way. */
  public synchronized Optional<Instant> nextArrival() {
    return late.stream().map(LateEffect::at).min(Comparator.naturalOrder());
  }

  /**
   * The items whose creation and the keys of the comments that arrived, or will, after the lag that
   * is stated. No protocol can tell them from lost ones.
   */
  public synchronized Set<String> tooLate() {
    return new TreeSet<>(tooLate);
  }

  /** Lets the late effects arrive whose time has come; every call begins with it. */
  public synchronized void arrive() {
    for (Iterator<LateEffect> all = late.iterator(); all.hasNext(); ) {
      LateEffect next = all.next();
      if (!next.at().isAfter(clock.instant())) {
        all.remove();
        next.effect().run();
      }
    }
  }

  @Override
  public Duration findLag() {
    return delegate().findLag().plus(lateBy);
  }

  @Override
  public synchronized List<Outcome> create(List<TicketDraft> drafts) {
    Fault fault = next("create");
    try {
      int taken = fault == Fault.HALF ? (drafts.size() + 1) / 2 : drafts.size();
      drafts.forEach(draft -> note(fault, draft.marker().item()));
      return write(fault, "create", () -> delegate().create(drafts.subList(0, taken)));
    } catch (TrackerException e) {
      return drafts.stream().<Outcome>map(draft -> new Outcome.Failed(e)).toList();
    }
  }

  @Override
  public synchronized List<String> complete(TicketRef ref, TicketDraft draft) {
    return write(next("complete"), "complete", () -> delegate().complete(ref, draft));
  }

  @Override
  public synchronized Receipt update(TicketRef ref, TicketEdit edit) {
    return write(next("update"), "update", () -> delegate().update(ref, edit));
  }

  @Override
  public synchronized Comment comment(TicketRef ref, CommentDraft draft) {
    String operation = "comment " + kindOf(draft.key());
    Fault fault = next(operation);
    note(fault, draft.key());
    return write(fault, operation, () -> delegate().comment(ref, draft));
  }

  @Override
  public synchronized void editComment(TicketRef ref, String commentId, CommentDraft draft) {
    write(
        next("edit comment"),
        "edit comment",
        () -> {
          delegate().editComment(ref, commentId, draft);
          return true;
        });
  }

  @Override
  public synchronized void close(TicketRef ref) {
    write(
        next("close"),
        "close",
        () -> {
          delegate().close(ref);
          return true;
        });
  }

  @Override
  public synchronized List<Ticket> find(MarkQuery query) {
    return read("find", () -> delegate().find(query));
  }

  @Override
  public synchronized Optional<Comment> findComment(TicketRef ref, String key) {
    return read("find comment", () -> delegate().findComment(ref, key));
  }

  @Override
  public synchronized Batch changesSince(Cursor cursor) {
    return read("poll", () -> delegate().changesSince(cursor));
  }

  @Override
  public synchronized Ticket read(TicketRef ref) {
    return read("read", () -> delegate().read(ref));
  }

  @Override
  public synchronized Optional<Transition> lastTransition(TicketRef ref) {
    return read("last transition", () -> delegate().lastTransition(ref));
  }

  @Override
  public synchronized Optional<Redating> lastRedating(TicketRef ref) {
    return read("last redating", () -> delegate().lastRedating(ref));
  }

  @Override
  public synchronized List<Comment> comments(TicketRef ref) {
    return read("comments", () -> delegate().comments(ref));
  }

  @Override
  public synchronized Optional<Account> account(String handle) {
    return read("account", () -> delegate().account(handle));
  }

  @Override
  public synchronized List<CheckFinding> check() {
    return read("check", () -> delegate().check());
  }

  private Fault next(String operation) {
    arrive();
    Fault fault = script.at(++calls, operation);
    if (fault != Fault.NONE) {
      faultPoints.add(operation + "/" + fault);
    }
    return fault;
  }

  private void note(Fault fault, String effect) {
    if (fault == Fault.TOO_LATE) {
      tooLate.add(effect);
    }
  }

  private Instant arrival(Fault fault) {
    Duration delay = fault == Fault.TOO_LATE ? findLag().multipliedBy(3) : lateBy;
    return clock.instant().plus(delay);
  }

  private <T> T write(Fault fault, String operation, Supplier<T> effect) {
    return switch (fault) {
      case NONE -> effect.get();
      case DIE_BEFORE -> throw death(fault, operation);
      case DIE_AFTER -> {
        unheard(effect);
        throw death(fault, operation);
      }
      case LOSE_REPLY, HALF -> {
        unheard(effect);
        throw failure(fault, operation);
      }
      case LATE, TOO_LATE -> {
        late.add(new LateEffect(arrival(fault), () -> unheard(effect)));
        throw failure(fault, operation);
      }
      case LOSE_REQUEST, THROTTLED, DENIED, UNAVAILABLE, REJECTED ->
          throw failure(fault, operation);
    };
  }

  private <T> T read(String operation, Supplier<T> read) {
    Fault fault = next(operation);
    return switch (fault) {
      case NONE -> read.get();
      case DIE_BEFORE, DIE_AFTER -> throw death(fault, operation);
      case THROTTLED, DENIED -> throw failure(fault, operation);
      case LOSE_REPLY, LOSE_REQUEST, HALF, LATE, TOO_LATE, UNAVAILABLE, REJECTED ->
          throw failure(Fault.UNAVAILABLE, operation);
    };
  }

  /** What the tracker says to a call whose caller is gone; its refusal is heard by nobody. */
  private static void unheard(Supplier<?> effect) {
    try {
      Object unused = effect.get();
    } catch (TrackerException refused) {
      // Not applied, as the tracker said to nobody.
    }
  }

  private Death death(Fault fault, String operation) {
    return new Death("call " + calls + ", " + operation + ": " + fault);
  }

  private TrackerException failure(Fault fault, String operation) {
    String message = "call " + calls + " meets " + fault;
    if (fault.isUnknown()) {
      return new TrackerException(FailureKind.UNKNOWN_OUTCOME, operation, message);
    }
    return switch (fault) {
      case THROTTLED ->
          TrackerException.throttled(operation, message, clock.instant().plusSeconds(60));
      case DENIED -> new TrackerException(FailureKind.DENIED, operation, message);
      case UNAVAILABLE -> new TrackerException(FailureKind.UNAVAILABLE, operation, message);
      case REJECTED -> new TrackerException(FailureKind.REJECTED, operation, message);
      case NONE, DIE_BEFORE, DIE_AFTER, LOSE_REPLY, LOSE_REQUEST, HALF, LATE, TOO_LATE ->
          throw new IllegalArgumentException(fault + " is no failure");
    };
  }

  /** The third part of an idempotency key: what the comment is for. */
  private static String kindOf(String key) {
    String[] parts = key.split("/", -1);
    return parts.length > 2 ? parts[2] : "";
  }
}
