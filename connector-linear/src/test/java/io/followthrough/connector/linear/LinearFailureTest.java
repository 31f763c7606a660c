package io.followthrough.connector.linear;

import static io.followthrough.connector.linear.Fixture.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Linear's errors mean, for reads and for writes. */
final class LinearFailureTest {
  @ParameterizedTest
  @CsvSource({
    "LOSE_REQUEST, UNAVAILABLE, UNKNOWN_OUTCOME",
    "LOSE_REPLY, UNAVAILABLE, UNKNOWN_OUTCOME",
    "CUT_REPLY, BROKEN, UNKNOWN_OUTCOME",
    "BAD_GATEWAY, UNAVAILABLE, UNKNOWN_OUTCOME",
    "ERROR_AFTER, UNAVAILABLE, UNKNOWN_OUTCOME",
    "INTERNAL_ERROR_AFTER, UNAVAILABLE, UNKNOWN_OUTCOME",
    "LOCK_TIMEOUT, UNAVAILABLE, UNKNOWN_OUTCOME",
    "RATELIMITED, THROTTLED, THROTTLED",
    "RATELIMITED_WITHOUT_TIME, THROTTLED, THROTTLED",
    "TOO_MANY_REQUESTS, THROTTLED, THROTTLED",
    "FORBIDDEN, DENIED, DENIED",
    "USED_UP, DENIED, DENIED",
  })
  void everyFaultHasItsKind(StubFault fault, FailureKind read, FailureKind write) {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.stub.inject(fault, request -> true, 1);
      assertEquals(read, assertThrows(TrackerException.class, () -> f.tracker.read(ref)).kind());

      f.stub.injectOnWrites(fault, 1);
      TrackerException failure =
          assertThrows(
              TrackerException.class,
              () -> f.tracker.comment(ref, Fixture.mentioning(1, "k/1", Fixture.ALICE)));
      assertEquals(write, failure.kind());
      assertEquals("comment", failure.operation());
    }
  }

  @ParameterizedTest
  @CsvSource({"RATELIMITED, 600", "RATELIMITED_WITHOUT_TIME, 60", "TOO_MANY_REQUESTS, 30"})
  void aLimitIsWaitedForAsLongAsLinearSays(StubFault fault, long seconds) {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.stub.inject(fault, request -> true, 1);

      TrackerException failure = assertThrows(TrackerException.class, () -> f.tracker.read(ref));

      assertEquals(Optional.of(f.now().plusSeconds(seconds)), failure.retryAt());
    }
  }

  @Test
  void anApiKeyIsSentAsItIsAndAnOauthTokenAfterBearer() {
    try (Fixture f = new Fixture()) {
      f.stub.accept("Bearer lin_oauth_PMTOKcanary");
      TrackerException failure =
          assertThrows(TrackerException.class, () -> f.tracker.account("alice"));
      assertEquals(FailureKind.DENIED, failure.kind());
      assertTrue(failure.words().contains("auth.token"), failure.words());
      assertFalse(failure.words().contains("PMTOK"), failure.words());

      try (Tracker oauth =
          f.tracker(
              "oauth", "WEB", Map.of(), Map.of("auth.token", () -> "lin_oauth_PMTOKcanary"))) {
        assertTrue(oauth.account("alice").isPresent());
      }
    }
  }

  @Test
  void aKeyThatIsRenewedIsTakenAtTheNextCall() {
    try (Fixture f = new Fixture()) {
      String[] key = {"lin_api_PMTOKold"};
      try (Tracker tracker =
          f.tracker("other", "WEB", Map.of(), Map.of("auth.api-key", () -> key[0]))) {
        assertThrows(TrackerException.class, () -> tracker.account("alice"));
        key[0] = LinearStub.API_KEY;
        assertTrue(tracker.account("alice").isPresent());
      }
    }
  }

  @Test
  void neitherKeyNorTokenOrBothIsSaidBeforeAnyCall() {
    try (Fixture f = new Fixture()) {
      assertTrue(message(() -> f.tracker("x", "WEB", Map.of(), Map.of())).contains("needs auth"));
      assertTrue(
          message(
                  () ->
                      f.tracker(
                          "x",
                          "WEB",
                          Map.of(),
                          Map.of("auth.token", () -> "a", "auth.api-key", () -> "b")))
              .contains("not both"));
      assertTrue(
          message(() -> f.tracker("x", "not a key", Map.of(), Map.of("auth.api-key", () -> "b")))
              .contains("such as WEB"));
    }
  }

  @Test
  void whatIsReadInPartHasFailedAndIsNotBelieved() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.stub.inject(StubFault.PARTIAL_DATA, request -> true, 1);

      TrackerException failure = assertThrows(TrackerException.class, () -> f.tracker.read(ref));

      assertEquals(FailureKind.UNAVAILABLE, failure.kind());
      f.pass(Duration.ofSeconds(1));
      assertEquals(ref, f.tracker.read(ref).ref());
    }
  }

  private static String message(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
