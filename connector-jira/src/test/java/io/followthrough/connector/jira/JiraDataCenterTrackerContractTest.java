package io.followthrough.connector.jira;

import io.followthrough.tracker.TrackerContractTest;
import io.followthrough.tracker.TrackerHarness;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/**
 * What every tracker does, done by a Jira Data Center: as it usually is, and with an index that
 * lags.
 */
final class JiraDataCenterTrackerContractTest {
  @Nested
  final class AsUsual extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new JiraHarness(false, Map.of(), Duration.ZERO);
    }
  }

  @Nested
  final class WithALaggingIndex extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new JiraHarness(false, Map.of(), Duration.ofMinutes(9));
    }
  }
}
