package io.followthrough.daemon.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
final class Hands implements InstantSource {
  private final AtomicReference<Instant> now = new AtomicReference<>();

  Hands(String start) {
    now.set(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
