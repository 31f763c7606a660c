package io.followthrough.tracker;

import io.followthrough.sync.RecoveryContractTest;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** Lost ledgers and the embedded tracker, with and without a lag. */
final class MemoryRecoveryTest {
  @Nested
  final class AtOnce extends RecoveryContractTest {
    @Override
    protected TrackerHarness start() {
      return new MemoryHarness(builder -> builder);
    }
  }

  @Nested
  final class WithALag extends RecoveryContractTest {
    @Override
    protected TrackerHarness start() {
      return new MemoryHarness(builder -> builder.findLag(Duration.ofMinutes(10)));
    }
  }
}
