package io.followthrough.connector.linear;

import io.followthrough.tracker.TrackerContractTest;
import io.followthrough.tracker.TrackerHarness;
import org.junit.jupiter.api.Nested;

/** What every tracker does, done by Linear, whichever status its errors come with. */
final class LinearTrackerContractTest {
  @Nested
  final class WithErrorsInside200 extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new LinearHarness(200);
    }
  }

  @Nested
  final class WithErrorsAs400 extends TrackerContractTest {
    @Override
    protected TrackerHarness start() {
      return new LinearHarness(400);
    }
  }
}
