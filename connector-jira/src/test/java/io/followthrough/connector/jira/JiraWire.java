package io.followthrough.connector.jira;

import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerWire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A project of the stub, of which single requests can be spoilt. */
final class JiraWire implements TrackerWire {
  private final JiraFixture f;
  private volatile int spoilt;
  private volatile Spoil spoil = Spoil.LOSE_REPLY;

  JiraWire(boolean cloud) {
    this.f = new JiraFixture(cloud);
    for (Spoil each : Spoil.values()) {
      f.stub.inject(
          StubFault.valueOf(each.name()),
          asked -> asked.number() == spoilt && each == spoil,
          Integer.MAX_VALUE);
    }
  }

  @Override
  public Tracker open() {
    return f.tracker(new Jira(), "PAY", Map.of());
  }

  @Override
  public Instant now() {
    return f.clock.instant();
  }

  @Override
  public void pass(Duration time) {
    f.clock.advance(time);
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
