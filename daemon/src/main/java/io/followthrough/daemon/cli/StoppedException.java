package io.followthrough.daemon.cli;

import java.io.Serial;

/** A person or the system asked the program to end. */
final class StoppedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
}
