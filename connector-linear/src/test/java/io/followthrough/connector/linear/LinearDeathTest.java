package io.followthrough.connector.linear;

import io.followthrough.sync.DeathContractTest;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerWire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Processes that die beside Linear. */
final class LinearDeathTest extends DeathContractTest {
  @Override
  protected TrackerWire start() {
    return new Wire();
  }

  private static final class Wire implements TrackerWire {
    private final Fixture f = new Fixture();
    private volatile int spoilt;
    private volatile Spoil spoil = Spoil.LOSE_REPLY;

    Wire() {
      for (Spoil each : Spoil.values()) {
        f.stub.inject(
            StubFault.valueOf(each.name()),
            asked -> f.stub.journal().size() + 1 == spoilt && each == spoil,
            Integer.MAX_VALUE);
      }
    }

    @Override
    public Tracker open() {
      return f.tracker(
          "web", Fixture.TEAM, Map.of(), Map.of("auth.api-key", () -> LinearStub.API_KEY));
    }

    @Override
    public Instant now() {
      return f.now();
    }

    @Override
    public void pass(Duration time) {
      f.pass(time);
    }

    @Override
    public int tickets() {
      return f.stub.issues().size();
    }

    @Override
    public int requests() {
      return f.stub.journal().size();
    }

    @Override
    public void spoil(int request, Spoil how) {
      spoilt = request;
      spoil = how;
    }

    @Override
    public void close() {
      f.close();
    }
  }
}
