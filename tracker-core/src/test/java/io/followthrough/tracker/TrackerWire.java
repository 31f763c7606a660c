package io.followthrough.tracker;

import java.time.Duration;
import java.time.Instant;

/** A tracker's server whose requests are counted, and of which one can be spoilt. */
public interface TrackerWire extends AutoCloseable {
  /** What becomes of a request. */
  enum Spoil {
    /** The connection ends before anything is done. */
    LOSE_REQUEST,
    /** Everything is done, and the connection ends without a word. */
    LOSE_REPLY,
  }

  /** The tracker as a new process has it, which knows nothing yet. */
  Tracker open();

  /** The present instant of both the tracker and its server. */
  Instant now();

  /** Lets time pass on both. */
  void pass(Duration time);

  /** The number of tickets on the server. */
  int tickets();

  /** How many requests have arrived. */
  int requests();

  /** Spoils one request by its number, from 1; none any more with the number 0. */
  void spoil(int request, Spoil how);

  @Override
  void close();
}
