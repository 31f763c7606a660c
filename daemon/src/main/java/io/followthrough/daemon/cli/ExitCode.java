package io.followthrough.daemon.cli;

/** What the program's exit codes mean. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** Something could not be delivered or read; it is named, kept and tried again. */
  static final int UNDONE = 1;

  /** The command line or the configuration is wrong. */
  static final int WRONG = 2;

  /** The program cannot start. */
  static final int NO_START = 3;

  /** Something waits for {@code confirm}. */
  static final int WAITING = 4;

  private ExitCode() {}
}
