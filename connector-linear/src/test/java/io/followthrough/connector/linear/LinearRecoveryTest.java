package io.followthrough.connector.linear;

import io.followthrough.sync.RecoveryContractTest;
import io.followthrough.tracker.TrackerHarness;

/** Lost ledgers and Linear. */
final class LinearRecoveryTest extends RecoveryContractTest {
  @Override
  protected TrackerHarness start() {
    return new LinearHarness(200);
  }
}
