package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {-5, 0, 1, 30, 60, 600, 3600, 86_400})
  void aTrackerIsNeverCalledBeforeItSaidAndSoonAfterwards(long seconds) {
    Instant until = NOW.plusSeconds(seconds);
    for (int key = 0; key < 500; key++) {
      Instant jittered = Backoff.jittered(NOW, until, "acme-sre/item-" + key);
      assertFalse(jittered.isBefore(until));
      assertTrue(Duration.between(until, jittered).toSeconds() <= Math.min(30, seconds / 10 + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 3600})
  void thoseWhoWaitForOneLimitComeBackSpread(long seconds) {
    Set<Instant> instants =
        IntStream.range(0, 100)
            .mapToObj(key -> Backoff.jittered(NOW, NOW.plusSeconds(seconds), "installation-" + key))
            .collect(Collectors.toSet());

    assertTrue(instants.size() > 50, instants::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8, 60})
  void aFailureIsTriedAgainAfterADoubledWaitOfAtMostAnHourAndAQuarter(int attempts) {
    long least = Math.min(3600, 30L << Math.min(attempts - 1, 10));
    Duration wait = Duration.between(NOW, Backoff.after(NOW, attempts, "key"));

    assertTrue(wait.toSeconds() >= least, wait::toString);
    assertTrue(wait.toSeconds() <= least * 5 / 4, wait::toString);
    assertEquals(Backoff.after(NOW, attempts, "key"), Backoff.after(NOW, attempts, "key"));
  }
}
