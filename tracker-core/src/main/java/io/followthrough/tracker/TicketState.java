package io.followthrough.tracker;

/** A ticket's state by the tracker's own category, never by a status name alone. */
public enum TicketState {
  OPEN,
  IN_PROGRESS,
  BLOCKED,
  DONE,
  DECLINED,
  /** Deleted, or moved out of sight. */
  GONE,
  /** The tracker says something that we do not understand; shown as such. */
  UNKNOWN;

  /** True where no work is expected any more. */
  public boolean isClosed() {
    return switch (this) {
      case DONE, DECLINED, GONE -> true;
      case OPEN, IN_PROGRESS, BLOCKED, UNKNOWN -> false;
    };
  }
}
