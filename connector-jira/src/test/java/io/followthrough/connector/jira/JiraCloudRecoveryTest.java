package io.followthrough.connector.jira;

import io.followthrough.sync.RecoveryContractTest;
import io.followthrough.tracker.TrackerHarness;
import java.time.Duration;
import java.util.Map;

/** Lost ledgers and Jira Cloud. */
final class JiraCloudRecoveryTest extends RecoveryContractTest {
  @Override
  protected TrackerHarness start() {
    return new JiraHarness(true, Map.of(), Duration.ZERO);
  }
}
