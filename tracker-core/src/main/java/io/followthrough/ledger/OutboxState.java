package io.followthrough.ledger;

/** Where an outbox entry stands; {@link #mayBecome} are the only moves. */
public enum OutboxState {
  /** To be sent. */
  PENDING,
  /** Claimed: the call is leaving, or has left. */
  IN_FLIGHT,
  /** The call left and nobody knows what became of it: settled by its mark, never sent blindly. */
  UNKNOWN,
  /** It happened. */
  DONE,
  /** It was no longer true when its turn came; it may become true again. */
  SUPERSEDED,
  /** A person has to mend something first. */
  PARKED;

  /** True where a move is allowed. */
  public boolean mayBecome(OutboxState next) {
    return switch (this) {
      case PENDING -> next == IN_FLIGHT || next == SUPERSEDED || next == PARKED || next == DONE;
      case IN_FLIGHT ->
          next == DONE
              || next == UNKNOWN
              || next == PENDING
              || next == PARKED
              || next == SUPERSEDED;
      case UNKNOWN -> next == DONE || next == PENDING || next == PARKED || next == SUPERSEDED;
      case PARKED -> next == PENDING || next == SUPERSEDED;
      case SUPERSEDED -> next == PENDING;
      case DONE -> false;
    };
  }

  /** True where nothing more will happen by itself. */
  public boolean isSettled() {
    return switch (this) {
      case DONE, SUPERSEDED -> true;
      case PENDING, IN_FLIGHT, UNKNOWN, PARKED -> false;
    };
  }
}
