package io.followthrough.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NanosTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2026-11-02T09:30:00.123456789Z",
        "1677-09-22T00:00:00.000000001Z",
        "2262-04-11T23:47:15.999999999Z"
      })
  void instantsOfOurTimesComeBack(Instant at) {
    assertEquals(at, Nanos.toInstant(Nanos.of(at)));
  }

  @Test
  void instantsBeyondAreMovedInAndKeepTheirOrder() {
    assertEquals(Long.MIN_VALUE, Nanos.of(Instant.MIN));
    assertEquals(Nanos.NEVER - 1, Nanos.of(Instant.MAX));
    assertEquals(Nanos.NEVER, Nanos.of(Optional.empty()));
    assertTrue(Nanos.of(Instant.parse("1600-01-01T00:00:00Z")) == Long.MIN_VALUE);
    assertTrue(Nanos.of(Instant.parse("2262-04-11T23:47:16.9Z")) == Nanos.NEVER - 1);
  }
}
