package io.followthrough.connector.github;

import io.followthrough.tracker.TrackerContractTest;
import io.followthrough.tracker.TrackerHarness;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** What every tracker does, done by GitHub: as it usually is, with lists that lag, with labels. */
final class GitHubTrackerContractTest {
  @Nested
  final class AsUsual extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new GitHubHarness(Map.of(), Duration.ZERO);
    }
  }

  @Nested
  final class WithLaggingLists extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new GitHubHarness(Map.of(), Duration.ofMinutes(9));
    }
  }

  @Nested
  final class WithLabelsForWork extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new GitHubHarness(Map.of("states.in-progress", "In progress"), Duration.ZERO);
    }
  }
}
