package io.followthrough.connector.github;

import io.followthrough.sync.RecoveryContractTest;
import io.followthrough.tracker.TrackerHarness;
import java.time.Duration;
import java.util.Map;

/** Lost ledgers and GitHub. */
final class GitHubRecoveryTest extends RecoveryContractTest {
  @Override
  protected TrackerHarness start() {
    return new GitHubHarness(Map.of(), Duration.ZERO);
  }
}
