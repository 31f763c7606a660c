package io.followthrough.tracker;

/** What a failed call to a tracker means for whoever made it. */
public enum FailureKind {
  /** A rate limit: wait until the stated instant. */
  THROTTLED,
  /** Certainly not applied: no connection, or any failure of a read. */
  UNAVAILABLE,
  /** A write that may have been applied: settle it by its mark. */
  UNKNOWN_OUTCOME,
  /** This item is wrong for this place: a person mends it. */
  REJECTED,
  /** The token may not: the destination pauses, one alert. */
  DENIED,
  /** The ticket is deleted or out of sight. */
  GONE,
  /** Somebody edited meanwhile: read again, plan again. */
  CONFLICT,
  /** The tracker's reply is not what its description says: our bug. */
  BROKEN,
}
