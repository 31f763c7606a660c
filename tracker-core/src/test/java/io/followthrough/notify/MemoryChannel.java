package io.followthrough.notify;

import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Fault;
import io.followthrough.tracker.FaultScript;
import io.followthrough.tracker.FaultyTracker;
import io.followthrough.tracker.TrackerException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A channel that keeps what it is told, behind a network that fails as a script says. */
public final class MemoryChannel implements Channel {
  private final String name;
  private final boolean knowsKeys;
  private final InstantSource clock;
  private final List<Message> told = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private FaultScript script = FaultScript.never();
  private long calls;

  /** An empty channel. */
  public MemoryChannel(String name, boolean knowsKeys, InstantSource clock) {
    this.name = name;
    this.knowsKeys = knowsKeys;
    this.clock = clock;
  }

  /** From now on another script decides. */
  public synchronized void setScript(FaultScript next) {
    script = next;
  }

  /** What arrived, in order. */
  public synchronized List<Message> told() {
    return List.copyOf(told);
  }

  /** The threads that messages were put into, in order. */
  public synchronized List<String> threads() {
    return List.copyOf(threads);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean knowsKeys() {
    return knowsKeys;
  }

  @Override
  public boolean reaches(Recipient recipient) {
    return recipient.room() || recipient.email().isPresent();
  }

  @Override
  public synchronized String send(Message message, String thread) {
    Fault fault = script.at(++calls, "tell");
    String words = "call " + calls + " meets " + fault;
    switch (fault) {
      case NONE -> {
        arrive(message, thread);
        return thread.isEmpty() ? "thread-" + calls : thread;
      }
      case DIE_BEFORE -> throw new FaultyTracker.Death(words);
      case DIE_AFTER -> {
        arrive(message, thread);
        throw new FaultyTracker.Death(words);
      }
      case LOSE_REPLY, HALF, LATE, TOO_LATE -> {
        arrive(message, thread);
        throw new TrackerException(FailureKind.UNKNOWN_OUTCOME, "tell", words);
      }
      case LOSE_REQUEST -> throw new TrackerException(FailureKind.UNKNOWN_OUTCOME, "tell", words);
      case THROTTLED ->
          throw TrackerException.throttled("tell", words, clock.instant().plusSeconds(60));
      case DENIED -> throw new TrackerException(FailureKind.DENIED, "tell", words);
      case UNAVAILABLE -> throw new TrackerException(FailureKind.UNAVAILABLE, "tell", words);
      case REJECTED -> throw new TrackerException(FailureKind.REJECTED, "tell", words);
    }
    throw new IllegalStateException(words);
  }

  private void arrive(Message message, String thread) {
    told.add(message);
    threads.add(thread);
  }

  @Override
  public List<CheckFinding> check() {
    return List.of();
  }

  @Override
  public void close() {}
}
