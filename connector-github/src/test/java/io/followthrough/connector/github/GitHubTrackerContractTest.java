package io.followthrough.connector.github;

import io.followthrough.tracker.TrackerContractTest;
import io.followthrough.tracker.TrackerHarness;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/**
 * What every tracker does, done by GitHub: as it usually is, asked by an App, on an Enterprise
 * Server, with lists that lag, with labels.
 */
final class GitHubTrackerContractTest {
  @Nested
  final class AsUsual extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new GitHubHarness(Map.of(), Duration.ZERO);
    }
  }

  @Nested
  final class AsAnApp extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return GitHubHarness.app();
    }
  }

  @Nested
  final class OnAnEnterpriseServer extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return GitHubHarness.server();
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
  final class WithADateField extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return GitHubHarness.dated();
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
