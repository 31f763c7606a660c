package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A GitHub that refuses what is beyond 80 writes a minute and 500 an hour, and never has to. */
final class ContentBudgetTest {
  private final Fixture f = new Fixture();

  @AfterEach
  void close() {
    f.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 500, 6", "1000, 500, 9", "0, 1100, 123"})
  void ticketsGoThroughInTheTimeThatGitHubAllowsAndItNeverRefuses(
      long paceMillis, int tickets, long minutes) {
    f.stub.world(world -> world.keepsLimits = true);
    Instant begun = f.clock.instant();
    try (Tracker limited = f.limited()) {
      for (int item = 1; item <= tickets; item++) {
        deliver(limited, item);
        f.clock.advance(Duration.ofMillis(paceMillis));
      }
    }
    Duration took = Duration.between(begun, f.clock.instant());

    assertEquals(tickets, f.stub.issues(Fixture.SLUG).size());
    f.stub.world(world -> assertEquals(0, world.refusals));
    assertTrue(took.toMinutes() <= minutes, took::toString);
  }

  @Test
  void whatIsPutOffLeavesNothingBehindAndSaysWhen() {
    try (Tracker limited = f.limited()) {
      for (int item = 1; item <= 80; item++) {
        Fixture.created(limited, Fixture.draft(item));
      }
      f.requests();
      TrackerException failure =
          assertThrows(TrackerException.class, () -> Fixture.created(limited, Fixture.draft(81)));

      assertEquals(FailureKind.THROTTLED, failure.kind());
      assertEquals(f.clock.instant().plusSeconds(60), failure.retryAt().orElseThrow());
      assertEquals(List.of(), f.requests());
    }
  }

  private void deliver(Tracker limited, int item) {
    try {
      Fixture.created(limited, Fixture.draft(item));
    } catch (TrackerException e) {
      assertEquals(FailureKind.THROTTLED, e.kind());
      f.clock.advance(Duration.between(f.clock.instant(), e.retryAt().orElseThrow()));
      Fixture.created(limited, Fixture.draft(item));
    }
  }
}
