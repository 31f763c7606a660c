package io.followthrough.daemon.config;

/** Whether the daemon acts or only says what it would do. */
public enum Mode {
  /** What is confirmed is written. */
  LIVE,
  /** Nothing is ever written. */
  DRY_RUN
}
