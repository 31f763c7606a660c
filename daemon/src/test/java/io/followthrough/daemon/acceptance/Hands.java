package io.followthrough.daemon.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class Hands implements InstantSource {
  private Instant now;

  Hands(String start) {
    now = Instant.parse(start);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
