package io.followthrough.connector.jira;

import io.followthrough.sync.DeathContractTest;
import io.followthrough.tracker.TrackerWire;

/** Processes that die beside a Data Center. */
final class JiraDataCenterDeathTest extends DeathContractTest {
  @Override
  protected TrackerWire start() {
    return new JiraWire(false);
  }
}
