package io.followthrough.tracker;

/** What goes wrong with one call to a {@link FaultyTracker}. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** The process dies before the call leaves. */
  DIE_BEFORE,
  /** The process dies after the effect, before it hears of it. */
  DIE_AFTER,
  /** The effect happens and the reply is lost; a read just fails. */
  LOSE_REPLY,
  /** The call is lost, and the caller cannot know; a read just fails. */
  LOSE_REQUEST,
  /** Of several drafts the first half is created, then the reply is lost. */
  HALF,
  /** The caller gives up; the effect happens some time later. */
  LATE,
  /** Like {@link #LATE}, but later than the tracker says that anything can be. */
  TOO_LATE,
  THROTTLED,
  DENIED,
  UNAVAILABLE,
  /** Refused for good; a read just fails. */
  REJECTED;

  /** True where a write that ends so may have been applied. */
  public boolean isUnknown() {
    return switch (this) {
      case LOSE_REPLY, LOSE_REQUEST, HALF, LATE, TOO_LATE -> true;
      case NONE, DIE_BEFORE, DIE_AFTER, THROTTLED, DENIED, UNAVAILABLE, REJECTED -> false;
    };
  }
}
