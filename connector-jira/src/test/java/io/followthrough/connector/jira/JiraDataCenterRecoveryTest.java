package io.followthrough.connector.jira;

import io.followthrough.sync.RecoveryContractTest;
import io.followthrough.tracker.TrackerHarness;
import java.time.Duration;
import java.util.Map;

/** Lost ledgers and a Jira Data Center. */
final class JiraDataCenterRecoveryTest extends RecoveryContractTest {
  @Override
  protected TrackerHarness start() {
    return new JiraHarness(false, Map.of(), Duration.ZERO);
  }
}
