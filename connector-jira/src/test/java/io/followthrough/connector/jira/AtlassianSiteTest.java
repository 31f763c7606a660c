package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpSettings;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AtlassianSiteTest {
  private static final String TOKEN = "PMTOK-canary-atlassian";
  private static final String MYSELF = "/rest/api/3/myself";
  private static final String OLD_MYSELF = "/rest/api/2/myself";
  private static final String SCOPED = "/ex/jira/c10d-1d/rest/api/3/myself";
  private static final String ACCOUNT = "{\"accountId\":\"5b10\",\"name\":\"bot\"}";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
  private final Map<String, StubReply> replies = new HashMap<>();
  private final StubServer server =
      new StubServer(
          clock,
          request ->
              replies.getOrDefault(
                  request.path(),
                  StubReply.error(404, "Issue does not exist or you may not see it")),
          (request, reply) -> List.of());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anApiTokenIsTakenAtTheSiteAfterOneQuestion() {
    replies.put(MYSELF, json(200, ACCOUNT));
    replies.put("/rest/api/3/x", json(200, "{}"));
    try (AtlassianSite site = site(Edition.CLOUD)) {
      site.send(HttpCall.get("x", "/rest/api/3/x"));
      site.send(HttpCall.get("x", "/rest/api/3/x"));

      assertEquals(
          List.of("GET " + MYSELF + " 200", "GET /rest/api/3/x 200", "GET /rest/api/3/x 200"),
          lines());
      assertEquals("5b10", site.self().path("accountId").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({"401", "404", "403"})
  void aScopedTokenIsTakenAtTheGateway(int status) {
    replies.put(MYSELF, StubReply.error(status, "Issue does not exist or you may not see it"));
    replies.put("/_edge/tenant_info", json(200, "{\"cloudId\":\"c10d-1d\"}"));
    replies.put(SCOPED, json(200, ACCOUNT));
    replies.put("/ex/jira/c10d-1d/rest/api/3/x", json(200, "{}"));
    try (AtlassianSite site = site(Edition.CLOUD)) {
      assertTrue(site.send(HttpCall.get("x", "/rest/api/3/x")).isSuccess());
      assertEquals(4, server.journal().size(), lines()::toString);
    }
  }

  @Test
  void aTokenThatNobodyTakesIsDeniedWithItsMendAndNotShown() {
    replies.put(MYSELF, StubReply.error(401, "Client must be authenticated"));
    replies.put("/_edge/tenant_info", json(200, "{\"cloudId\":\"c10d-1d\"}"));
    replies.put(SCOPED, json(401, "{\"code\":401,\"message\":\"Unauthorized\"}"));
    try (AtlassianSite site = site(Edition.CLOUD)) {
      TrackerException failure = failure(site, FailureKind.DENIED);

      assertTrue(failure.words().contains("read:jira-work"), failure.words());
      assertFalse(failure.words().contains(TOKEN));
    }
  }

  @Test
  void aDataCenterHasNoGateway() {
    replies.put(OLD_MYSELF, StubReply.error(401, "no"));
    try (AtlassianSite site = site(Edition.DATA_CENTER)) {
      TrackerException failure = failure(site, FailureKind.DENIED);

      assertTrue(failure.words().contains("personal access token"), failure.words());
      assertEquals(1, server.journal().size());
    }
  }

  @Test
  void anotherTokenIsLookedAtAnewAfterA401() {
    replies.put(MYSELF, json(200, ACCOUNT));
    replies.put("/rest/api/3/x", StubReply.error(401, "expired"));
    try (AtlassianSite site = site(Edition.CLOUD)) {
      Reply refused = site.send(HttpCall.get("x", "/rest/api/3/x"));
      assertEquals(FailureKind.DENIED, site.failure(refused).kind());
      site.send(HttpCall.get("x", "/rest/api/3/x"));

      assertEquals(2, lines().stream().filter(line -> line.contains(MYSELF)).count());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X-AUSERNAME, anonymous",
    "X-Seraph-LoginReason, AUTHENTICATED_FAILED",
    "X-Seraph-LoginReason, AUTHENTICATION_DENIED"
  })
  void anAnswerToAStrangerIsNoAnswer(String header, String value) {
    replies.put(OLD_MYSELF, json(200, ACCOUNT).with("X-AUSERNAME", "bot"));
    replies.put("/rest/api/2/x", json(200, "{\"issues\":[]}").with(header, value));
    try (AtlassianSite site = site(Edition.DATA_CENTER)) {
      TrackerException failure =
          assertThrows(TrackerException.class, () -> site.send(HttpCall.get("x", "/rest/api/2/x")));

      assertEquals(FailureKind.DENIED, failure.kind());
    }
  }

  @Test
  void anEmptyAnswerIsProvedOnlyWhereItDoesNotSayWhomItIsFor() {
    replies.put(MYSELF, json(200, ACCOUNT));
    replies.put("/rest/api/3/named", json(200, "{}").with("X-AACCOUNTID", "5b10"));
    replies.put("/rest/api/3/bare", json(200, "{}"));
    try (AtlassianSite site = site(Edition.CLOUD)) {
      site.checkIsNotAnonymous(site.send(HttpCall.get("x", "/rest/api/3/named")));
      assertEquals(2, server.journal().size());
      Reply bare = site.send(HttpCall.get("x", "/rest/api/3/bare"));
      site.checkIsNotAnonymous(bare);
      assertEquals(4, server.journal().size());
      replies.put(MYSELF, json(200, "{}"));
      assertThrows(TrackerException.class, () -> site.checkIsNotAnonymous(bare));
    }
  }

  @Test
  void aSignInPageIsNoReplyAndLeavesAWriteUnknown() {
    replies.put(MYSELF, json(200, ACCOUNT));
    try (AtlassianSite site = site(Edition.CLOUD)) {
      server.inject(StubFault.LOGIN_PAGE, asked -> asked.path().endsWith("/x"), 2);
      TrackerException read =
          assertThrows(TrackerException.class, () -> site.send(HttpCall.get("x", "/rest/api/3/x")));
      TrackerException write =
          assertThrows(
              TrackerException.class,
              () -> site.send(HttpCall.write("x", "POST", "/rest/api/3/x", Json.object())));

      assertEquals(FailureKind.DENIED, read.kind());
      assertEquals(FailureKind.UNKNOWN_OUTCOME, write.kind());
    }
  }

  @Test
  void aCaptchaIsSaid() {
    replies.put(
        OLD_MYSELF,
        StubReply.error(403, "denied")
            .with("X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url=http://x/login"));
    try (AtlassianSite site = site(Edition.DATA_CENTER)) {
      assertTrue(failure(site, FailureKind.DENIED).words().contains("CAPTCHA"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BURST_LIMIT, THROTTLED, 30",
    "QUOTA, THROTTLED, 1800",
    "BARE_LIMIT, THROTTLED, 60",
    "OVERLOADED, THROTTLED, 60",
    "PER_ISSUE_LIMIT, UNAVAILABLE, -1",
    "BAD_GATEWAY, UNAVAILABLE, -1",
    "FORBIDDEN, DENIED, -1",
    "SCOPE, DENIED, -1"
  })
  void aRefusalIsSortedOfARead(StubFault fault, FailureKind kind, int seconds) {
    TrackerException failure = sorted(fault, call -> call);

    assertEquals(kind, failure.kind());
    Optional<Instant> expected =
        seconds < 0 ? Optional.empty() : Optional.of(clock.instant().plusSeconds(seconds));
    assertEquals(expected, failure.retryAt());
  }

  @ParameterizedTest
  @EnumSource(
      value = StubFault.class,
      names = {"BAD_GATEWAY", "ERROR_AFTER", "OVERLOADED", "LOGIN_REDIRECT"})
  void aWriteThatMayHaveBeenDoneIsUnknown(StubFault fault) {
    TrackerException failure =
        sorted(fault, call -> HttpCall.write("x", "POST", call.url(), Json.object()));

    assertEquals(FailureKind.UNKNOWN_OUTCOME, failure.kind());
  }

  @Test
  void settingsAreReadWithTheirMends() {
    Map<String, String> cloud =
        Map.of("url", "https://acme.atlassian.net/", "auth.email", "b@x.io");

    assertEquals(Edition.CLOUD, access(cloud).edition());
    assertEquals("https://acme.atlassian.net", access(cloud).url());
    assertEquals(Edition.DATA_CENTER, access(Map.of("url", "https://jira.corp")).edition());
    assertThrows(IllegalArgumentException.class, () -> access(Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> access(Map.of("url", "https://acme.atlassian.net", "deployment", "cloud")));
    assertThrows(
        IllegalArgumentException.class,
        () -> access(Map.of("url", "https://api.atlassian.com/ex/jira/1", "auth.email", "b@x")));
  }

  private TrackerException sorted(StubFault fault, UnaryOperator<HttpCall> as) {
    replies.put(MYSELF, json(200, ACCOUNT));
    try (AtlassianSite site = site(Edition.CLOUD)) {
      server.inject(fault, asked -> asked.path().endsWith("/x"), 1);
      return site.failure(site.send(as.apply(HttpCall.get("x", "/rest/api/3/x"))));
    }
  }

  private static TrackerException failure(AtlassianSite site, FailureKind kind) {
    TrackerException failure =
        assertThrows(TrackerException.class, () -> site.send(HttpCall.get("x", "/rest/api/3/x")));
    assertEquals(kind, failure.kind());
    return failure;
  }

  private List<String> lines() {
    return server.journal().stream().map(StubExchange::line).toList();
  }

  private AtlassianSite site(Edition edition) {
    Duration brief = Duration.ofSeconds(5);
    return new AtlassianSite(
        new SiteAccess(
            "payments",
            server.url(),
            edition,
            edition == Edition.CLOUD ? Optional.of("bot@acme.io") : Optional.empty(),
            () -> TOKEN,
            "http://localhost:" + server.url().replaceFirst(".*:", ""),
            HttpSettings.defaults().withTimeouts(brief, brief, brief),
            clock),
        Product.JIRA);
  }

  private SiteAccess access(Map<String, String> values) {
    return SiteAccess.of(
        "payments", values, Map.of("auth.token", () -> TOKEN), HttpSettings.defaults(), clock);
  }

  private static StubReply json(int status, String body) {
    return StubReply.json(status, Json.parse(body).orElseThrow());
  }
}
