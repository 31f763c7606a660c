package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.http.HttpSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A claim outlasts the call that it is for, whatever the network does. */
final class CallLengthTest {
  @Test
  void noCallLastsLongerThanItsClaim() {
    Duration requests = HttpSettings.defaults().call().multipliedBy(Claims.REQUESTS);
    Duration longest = ResilientTracker.PATIENCE.plus(requests);

    assertTrue(longest.compareTo(Claims.CALL) <= 0, longest::toString);
    assertTrue(Claims.CALL.compareTo(Claims.LEASE) < 0);
  }
}
