package io.followthrough.daemon.simulation;

/** The places of a process at which the world may go on without it. */
interface Steps {
  /**
   * A place at which the process may be held up, or die.
   *
   * @param effect what it is about to have done outside, a line each; empty for nothing
   */
  void reach(String place, String effect);

  /** A place at which the process may die and may not be held up. */
  void within(String place);
}
