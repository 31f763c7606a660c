package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

/** A place in a file; line and column count from 1. */
record Place(String file, int line, int column) {
  Place {
    requireNonNull(file, "file is null");
  }

  static Place startOf(String file) {
    return new Place(file, 1, 1);
  }
}
