package io.followthrough.connector.jira;

import io.followthrough.sync.DeathContractTest;
import io.followthrough.tracker.TrackerWire;

/** Processes that die beside Jira Cloud. */
final class JiraCloudDeathTest extends DeathContractTest {
  @Override
  protected TrackerWire start() {
    return new JiraWire(true);
  }
}
