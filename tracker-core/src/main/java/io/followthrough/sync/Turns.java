package io.followthrough.sync;

import io.followthrough.ledger.OutboxEntry;
import java.time.Instant;
import java.util.Optional;

/** Whose turn it is to deliver at a destination, where several processes share a ledger. */
public interface Turns {
  /** The turns of a process that has its ledger for itself. */
  Turns ALONE =
      new Turns() {
        @Override
        public boolean take(String destination) {
          return true;
        }

        @Override
        public void give(String destination) {}

        @Override
        public Optional<Instant> mayBeCalledUntil(OutboxEntry entry) {
          return Optional.empty();
        }
      };

  /** Takes the turn; false where another process has it. */
  boolean take(String destination);

  /** Gives the turn back, where it is ours. */
  void give(String destination);

  /**
   * Until when another process may still be calling for an entry that was taken from it: one that
   * stood still may go on.
   */
  Optional<Instant> mayBeCalledUntil(OutboxEntry entry);
}
