package io.followthrough.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpEdgeTest {
  private static final String CANARY = "PMTOK-canary-71";
  private static final ObjectNode BODY = Json.object().put("title", "Add an alert");
  private static final HttpCall POST = HttpCall.write("create ticket", "POST", "/issues", BODY);
  private static final HttpCall GET = HttpCall.get("read ticket", "/issues/1");

  private static HttpCall write(String method) {
    return HttpCall.write("write", method, "/issues/1", BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aWriteOnAReusedConnectionThatHangsUpIsSentOnce(String method) throws IOException {
    try (RawServer server =
            new RawServer(
                (asked, out) -> {
                  if (asked.number() == 1) {
                    out.write(RawServer.reply("200 OK", "", "{}").getBytes(StandardCharsets.UTF_8));
                  }
                  return asked.number() == 1;
                });
        HttpEdge edge = edge(server)) {
      edge.exchange(GET);

      assertEquals(FailureKind.UNKNOWN_OUTCOME, failure(edge, write(method)).kind());
      assertEquals(2, server.asked().size());
      assertEquals(server.asked().get(0).port(), server.asked().get(1).port());
      assertEquals(method + " /issues/1 HTTP/1.1", server.asked().get(1).line());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aWriteOnANewConnectionThatHangsUpIsSentOnce(String method) throws IOException {
    try (RawServer server = new RawServer((asked, out) -> false);
        HttpEdge edge = edge(server)) {
      assertEquals(FailureKind.UNKNOWN_OUTCOME, failure(edge, write(method)).kind());
      assertEquals(1, server.asked().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"503 Service Unavailable", "408 Request Timeout", "421 Misdirected Request"})
  void aWriteIsNotRepeatedWhereTheServerInvitesToIt(String status) throws IOException {
    try (RawServer server = RawServer.saying(RawServer.reply(status, "Retry-After: 0\r\n", "{}"));
        HttpEdge edge = edge(server)) {
      assertEquals(Integer.parseInt(status.substring(0, 3)), edge.exchange(POST).status());
      assertEquals(1, server.asked().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST",
    "302, POST",
    "303, POST",
    "307, POST",
    "308, POST",
    "301, PATCH",
    "307, PATCH",
    "308, PATCH",
    "308, PUT",
    "307, DELETE"
  })
  void aRedirectedWriteIsHandedBackAndNotFollowed(int status, String method) throws IOException {
    try (RawServer server =
            RawServer.saying(RawServer.reply(status + " Moved", "Location: /issues/2\r\n", "{}"));
        HttpEdge edge = edge(server)) {
      Reply reply = edge.exchange(write(method));

      assertEquals(status, reply.status());
      assertEquals("/issues/2", reply.header("location").orElseThrow());
      assertEquals(1, server.asked().size());
      assertEquals(method + " /issues/1 HTTP/1.1", server.asked().get(0).line());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aReadFollowsARedirectWithinTheSite(int status) throws IOException {
    try (RawServer server =
            new RawServer(
                (asked, out) -> {
                  String reply =
                      asked.line().contains("/issues/1 ")
                          ? RawServer.reply(
                              status + " Moved", "Location: /repositories/7/issues/5\r\n", "{}")
                          : RawServer.reply("200 OK", "", "{\"number\":5}");
                  out.write(reply.getBytes(StandardCharsets.UTF_8));
                  return true;
                });
        HttpEdge edge = edge(server)) {
      Reply reply = edge.exchange(GET);

      assertEquals(5, reply.json().get("number").asInt());
      assertEquals(server.url() + "/repositories/7/issues/5", reply.url());
      assertEquals(2, server.asked().size());
    }
  }

  @Test
  void aReadIsNotRedirectedToAnotherHost() throws IOException {
    try (RawServer other = RawServer.saying(RawServer.reply("200 OK", "", "{}"));
        RawServer server =
            RawServer.saying(
                RawServer.reply("302 Found", "Location: " + other.url() + "/login\r\n", ""));
        HttpEdge edge = edge(server)) {
      assertEquals(302, edge.exchange(GET).status());
      assertEquals(0, other.asked().size());
    }
  }

  @Test
  void aReadThatIsRedirectedForeverEnds() throws IOException {
    try (RawServer server =
            RawServer.saying(RawServer.reply("302 Found", "Location: /issues/1\r\n", ""));
        HttpEdge edge = edge(server)) {
      assertEquals(302, edge.exchange(GET).status());
      assertEquals(6, server.asked().size());
    }
  }

  @Test
  void aReplyCutInHalfLeavesAWriteUnknown() throws IOException {
    try (RawServer server =
            new RawServer(
                (asked, out) -> {
                  String reply = RawServer.reply("201 Created", "", "{\"number\":12,\"id\":7}");
                  out.write(
                      reply.substring(0, reply.length() - 9).getBytes(StandardCharsets.UTF_8));
                  return false;
                });
        HttpEdge edge = edge(server)) {
      assertEquals(FailureKind.UNKNOWN_OUTCOME, failure(edge, POST).kind());
      assertEquals(FailureKind.UNAVAILABLE, failure(edge, GET).kind());
      assertEquals(2, server.asked().size());
    }
  }

  @Test
  void halfAJsonTextInAWholeReplyLeavesAWriteUnknownAndAReadBroken() throws IOException {
    try (RawServer server =
            RawServer.saying(RawServer.reply("201 Created", "", "{\"number\":12,"));
        HttpEdge edge = edge(server)) {
      Reply written = edge.exchange(POST);
      Reply read = edge.exchange(GET);

      assertEquals(
          FailureKind.UNKNOWN_OUTCOME, assertThrows(TrackerException.class, written::json).kind());
      assertEquals(FailureKind.BROKEN, assertThrows(TrackerException.class, read::json).kind());
    }
  }

  @Test
  void aServerThatNeverAnswersIsLeft() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                (asked, out) -> {
                  await(end);
                  return false;
                });
        HttpEdge edge =
            edge(server, HttpSettings.defaults().withTimeouts(ms(500), ms(80), ms(5000)))) {
      assertEquals(FailureKind.UNKNOWN_OUTCOME, failure(edge, POST).kind());
      assertEquals(FailureKind.UNAVAILABLE, failure(edge, GET).kind());
      assertEquals(2, server.asked().size());
      end.countDown();
    }
  }

  @Test
  void anEndlessBodyIsLeftAtTheLimit() throws IOException {
    try (RawServer server = new RawServer(HttpEdgeTest::endless);
        HttpEdge edge = edge(server, HttpSettings.defaults().withBodyLimit(1 << 20))) {
      assertEquals(FailureKind.BROKEN, failure(edge, GET).kind());
      assertEquals(FailureKind.UNKNOWN_OUTCOME, failure(edge, POST).kind());
    }
  }

  @Test
  void aSlowEndlessBodyIsLeftWhenTheCallHasLastedTooLong() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                (asked, out) -> {
                  out.write("HTTP/1.1 200 OK\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
                  out.flush();
                  await(end);
                  return false;
                });
        HttpEdge edge =
            edge(server, HttpSettings.defaults().withTimeouts(ms(500), ms(5000), ms(120)))) {
      assertEquals(FailureKind.UNKNOWN_OUTCOME, failure(edge, POST).kind());
      end.countDown();
    }
  }

  @Test
  void aRefusedConnectionLeavesNothingUnknown() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (HttpEdge edge = edge("http://127.0.0.1:" + port, HttpSettings.defaults())) {
      TrackerException failure = failure(edge, POST);

      assertEquals(FailureKind.UNAVAILABLE, failure.kind());
      assertTrue(failure.toString().contains("no connection to 127.0.0.1:" + port));
    }
  }

  @Test
  void anUnknownNameLeavesNothingUnknown() {
    try (HttpEdge edge = edge("https://no-such-host.invalid", HttpSettings.defaults())) {
      assertEquals(FailureKind.UNAVAILABLE, failure(edge, POST).kind());
    }
  }

  @Test
  void aFailedHandshakeLeavesNothingUnknown() throws IOException {
    try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n");
        HttpEdge edge =
            edge(
                server.url().replace("http:", "https:"),
                HttpSettings.defaults().withTimeouts(ms(2000), ms(2000), ms(2000)))) {
      server.asked();
      assertEquals(FailureKind.UNAVAILABLE, failure(edge, POST).kind());
    }
  }

  @Test
  void theTokenGoesInItsHeaderAndNowhereElse() throws IOException {
    try (RawServer server =
            RawServer.saying(
                RawServer.reply(
                    "403 Forbidden",
                    "",
                    "{\"message\":\"" + CANARY + " and ghp_abcdefghijklmnop may not\"}"));
        HttpEdge edge = edge(server)) {
      Reply reply = edge.exchange(POST);
      TrackerException failure = StatusFailure.of(reply, reply.words(), Instant.EPOCH);

      assertTrue(server.asked().get(0).head().contains("Authorization: Bearer " + CANARY));
      assertFalse(server.asked().get(0).line().contains(CANARY));
      assertFalse(failure.toString().contains(CANARY));
      assertFalse(failure.toString().contains("ghp_"));
      assertTrue(failure.toString().contains("[hidden] and [hidden] may not"));
    }
  }

  @Test
  void aTokenWithALineBreakIsRefusedWithoutBeingSaid() throws IOException {
    try (RawServer server = RawServer.saying(RawServer.reply("200 OK", "", "{}"));
        HttpEdge edge =
            new HttpEdge(
                server.url(),
                HttpSettings.defaults(),
                Map.of("Authorization", () -> "Bearer " + CANARY + "\nX-Other: 1"))) {
      TrackerException failure = failure(edge, GET);

      assertEquals(FailureKind.DENIED, failure.kind());
      assertFalse(failure.toString().contains(CANARY));
      assertEquals(0, server.asked().size());
    }
  }

  @Test
  void anAddressOfAnotherSiteIsNotAsked() throws IOException {
    try (RawServer other = RawServer.saying(RawServer.reply("200 OK", "", "{}"));
        RawServer server = RawServer.saying(RawServer.reply("200 OK", "", "{}"));
        HttpEdge edge = edge(server)) {
      assertEquals(FailureKind.BROKEN, failure(edge, GET.at(other.url() + "/issues")).kind());
      assertEquals(0, other.asked().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://api.github.com, plain http",
    "http://127.0.0.1.evil.example, plain http",
    "https://user:secret@api.github.com, belong in auth",
    "https://api.github.com/?a=b, before any",
    "ftp://api.github.com, an address such as",
    "'', an address such as"
  })
  void anAddressThatCannotBeMeantIsRefused(String url, String words) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> edge(url, HttpSettings.defaults()).close());

    assertTrue(refusal.toString().contains(words), refusal.toString());
    assertFalse(refusal.toString().contains("secret@"));
  }

  @Test
  void pathsAreJoinedToABaseWithAPath() throws IOException {
    try (RawServer server = RawServer.saying(RawServer.reply("200 OK", "", "{}"));
        HttpEdge edge = edge(server.url() + "/api/v3/", HttpSettings.defaults())) {
      edge.exchange(GET);

      assertEquals("GET /api/v3/issues/1 HTTP/1.1", server.asked().get(0).line());
      assertTrue(server.asked().get(0).head().contains("User-Agent: followthrough"));
    }
  }

  @Test
  void theHttpSectionIsRead(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("ca.pem"));
    HttpSettings settings =
        HttpSettings.of(Map.of("proxy", "http://proxy:3128", "ca-file", empty.toString()));

    assertEquals("proxy", settings.proxy().orElseThrow().getHostString());
    assertEquals(3128, settings.proxy().orElseThrow().getPort());
    assertThrows(
        IllegalArgumentException.class, () -> edge("https://api.github.com", settings).close());
    assertThrows(
        IllegalArgumentException.class, () -> HttpSettings.of(Map.of("proxy", "http://u:p@h:1")));
    assertThrows(IllegalArgumentException.class, () -> HttpSettings.of(Map.of("proxy", "h:1")));
  }

  private static boolean endless(RawServer.Asked asked, OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    byte[] much = new byte[1 << 16];
    for (int i = 0; i < 1 << 12; i++) {
      out.write(much);
    }
    return false;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }

  private static TrackerException failure(HttpEdge edge, HttpCall call) {
    return assertThrows(TrackerException.class, () -> edge.exchange(call));
  }

  private static HttpEdge edge(RawServer server) {
    return edge(server, HttpSettings.defaults());
  }

  private static HttpEdge edge(RawServer server, HttpSettings settings) {
    return edge(server.url(), settings);
  }

  private static HttpEdge edge(String url, HttpSettings settings) {
    return new HttpEdge(url, settings, Map.of("Authorization", () -> "Bearer " + CANARY));
  }
}
