package io.followthrough.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusFailureTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final HttpCall WRITE = HttpCall.write("create ticket", "POST", "/issues");
  private static final HttpCall READ = HttpCall.get("read ticket", "/issues/1");

  @ParameterizedTest
  @CsvSource({
    "301, DENIED, UNAVAILABLE",
    "302, UNKNOWN_OUTCOME, UNAVAILABLE",
    "303, UNKNOWN_OUTCOME, UNAVAILABLE",
    "307, DENIED, UNAVAILABLE",
    "400, REJECTED, BROKEN",
    "401, DENIED, DENIED",
    "403, DENIED, DENIED",
    "404, GONE, GONE",
    "408, UNKNOWN_OUTCOME, UNAVAILABLE",
    "409, CONFLICT, CONFLICT",
    "410, GONE, GONE",
    "422, REJECTED, BROKEN",
    "429, THROTTLED, THROTTLED",
    "500, UNKNOWN_OUTCOME, UNAVAILABLE",
    "502, UNKNOWN_OUTCOME, UNAVAILABLE",
    "503, UNKNOWN_OUTCOME, UNAVAILABLE",
    "599, UNKNOWN_OUTCOME, UNAVAILABLE"
  })
  void aStatusMeansOneKindForAWriteAndOneForARead(int status, FailureKind write, FailureKind read) {
    assertEquals(write, failure(WRITE, status).kind());
    assertEquals(read, failure(READ, status).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "90, 2026-11-21T10:01:30Z",
    "0, 2026-11-21T10:00:00Z",
    "9999999999, 2026-11-22T10:00:00Z",
    "'Sat, 21 Nov 2026 09:32:00 GMT', 2026-11-21T10:02:00Z",
    "'Sat, 21 Nov 2026 09:00:00 GMT', 2026-11-21T10:00:00Z",
    "soon, 2026-11-21T10:01:00Z"
  })
  void aThrottledCallWaitsAsLongAsTheServerCounts(String retryAfter, Instant expected) {
    Reply reply =
        reply(
            WRITE,
            429,
            Headers.of("Retry-After", retryAfter, "Date", "Sat, 21 Nov 2026 09:30:00 GMT"));

    assertEquals(Optional.of(expected), StatusFailure.of(reply, "", NOW).retryAt());
  }

  @Test
  void aResetIsCountedFromTheServersOwnClock() {
    Headers headers =
        Headers.of(
            "x-ratelimit-reset",
            Long.toString(Instant.parse("2026-11-21T09:40:00Z").getEpochSecond()),
            "Date",
            "Sat, 21 Nov 2026 09:30:00 GMT");

    assertEquals(
        Optional.of(Instant.parse("2026-11-21T10:10:00Z")),
        RetryTimes.epochSeconds(reply(READ, 403, headers), "X-RateLimit-Reset", NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<https://h/a?page=2>; rel=\"next\", <https://h/a?page=9>; rel=\"last\" | https://h/a?page=2",
        "<https://h/a?page=1>; rel=\"prev\", <https://h/a?after=x,y>; rel=next  | https://h/a?after=x,y",
        "<https://h/a?page=1>; rel=\"first\", <https://h/a?page=3>; title=\"a\"; rel=\"last next\" | https://h/a?page=3",
        "<https://h/a?page=1>; rel=\"prev\"                                     |",
        "nonsense                                                               |"
      })
  void theNextPageIsTakenVerbatim(String header, String next) {
    Reply reply = reply(READ, 200, Headers.of("Link", header));

    assertEquals(Optional.ofNullable(next), LinkHeader.next(reply));
  }

  private static TrackerException failure(HttpCall call, int status) {
    return StatusFailure.of(reply(call, status, Headers.of()), "words", NOW);
  }

  private static Reply reply(HttpCall call, int status, Headers headers) {
    return new Reply(
        call, "https://h" + call.url(), status, headers, "{}".getBytes(StandardCharsets.UTF_8));
  }
}
