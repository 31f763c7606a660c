package io.followthrough.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.MemoryLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebServerTest {
  private static final Access WITH_TOKEN =
      new Access(Optional.empty(), Optional.of(() -> "s3cret"), Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?show=overdue",
        "/nothing",
        "/items/0",
        "/health/live",
        "/metrics",
        "/api/v1/summary"
      })
  void everyAnswerForbidsWhatAPageDoesNotNeed(String path) {
    try (Site site = Site.of(Quarter.lived())) {
      HttpResponse<String> answer = site.get(path);
      String policy = header(answer, "Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; style-src 'self';"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      assertEquals("no-referrer", header(answer, "Referrer-Policy"));
      assertEquals("no-store", header(answer, "Cache-Control"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE2"})
  void itIsForReadingOnly(String method) {
    try (Site site = Site.of(Quarter.lived())) {
      HttpResponse<String> answer = site.send(method, "/");
      assertEquals(405, answer.statusCode());
      assertEquals("GET, HEAD", header(answer, "Allow"));
    }
  }

  @Test
  void aHeadIsAGetWithoutItsBody() {
    try (Site site = Site.of(Quarter.lived())) {
      HttpResponse<String> head = site.send("HEAD", "/");
      assertEquals(200, head.statusCode());
      assertEquals("", head.body());
      int length = site.get("/").body().getBytes(StandardCharsets.UTF_8).length;
      assertEquals(Integer.toString(length), header(head, "Content-Length"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/items/",
        "/items/ffff",
        "/items/..%2f..%2fetc",
        "/postmortems/ffff",
        "/assets/../WebServer.class",
        "/assets/followthrough.css",
        "/%3Cscript%3E"
      })
  void whatIsNotThereIsSaidToBeSo(String path) {
    try (Site site = Site.of(Quarter.lived())) {
      HttpResponse<String> answer = site.get(path);
      assertEquals(404, answer.statusCode());
      assertTrue(answer.body().contains("<h1>Not found</h1>"), answer.body());
      assertFalse(answer.body().contains("<script>"));
    }
  }

  @Test
  void theStyleSheetMayBeKeptForGood() {
    try (Site site = Site.of(new MemoryLedger())) {
      String page = site.get("/").body();
      String name = page.replaceAll("(?s).*href=\"\\./(assets/[0-9a-f]+\\.css)\".*", "$1");
      HttpResponse<String> css = site.get("/" + name);
      assertEquals(200, css.statusCode());
      assertEquals("text/css; charset=utf-8", header(css, "Content-Type"));
      assertTrue(header(css, "Cache-Control").contains("immutable"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "127.0.0.1:8080, 200",
    "[::1]:8080, 200",
    "FOLLOWTHROUGH.corp, 200",
    "evil.example, 421",
    "localhost.evil.example, 421",
    "localhost@evil.example, 421",
    "'', 421"
  })
  void aSiteWhoseNamePointsHereReadsNothing(String host, int status) throws IOException {
    Access access =
        new Access(
            Optional.of(URI.create("https://followthrough.corp/")),
            Optional.empty(),
            Optional.empty());
    try (Site site = Site.of(Quarter.lived(), Site.facts(access, new Vitals()))) {
      assertEquals(status, statusFor(site, "Host: " + host));
    }
  }

  @Test
  void twoHostsAreNone() throws IOException {
    try (Site site = Site.of(Quarter.lived())) {
      assertEquals(421, statusFor(site, "Host: localhost\r\nHost: localhost"));
    }
  }

  /** The JDK's client does not let a test name another host. */
  private static int statusFor(Site site, String host) throws IOException {
    URI uri = site.at("/");
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String request = "GET / HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = reader.readLine();
      return line == null ? 0 : Integer.parseInt(line.substring(9, 12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/items/1", "/metrics", "/api/v1/items", "/nothing"})
  void withoutTheTokenNothingIsTold(String path) {
    try (Site site = Site.of(Quarter.lived(), Site.facts(WITH_TOKEN, new Vitals()))) {
      HttpResponse<String> asked = site.get(path);
      assertEquals(401, asked.statusCode());
      assertTrue(header(asked, "WWW-Authenticate").startsWith("Basic "));
      assertFalse(asked.body().contains("acme"));
      assertEquals(401, site.get(path, "Authorization", "Bearer s3cre").statusCode());
      assertEquals(401, site.get(path, "Authorization", "Bearer ").statusCode());
      assertEquals(401, site.get(path, "Authorization", "Basic !!!").statusCode());
      assertEquals(401, site.get(path + "?token=s3cret").statusCode());
      assertEquals(401, site.get(path, "X-User", "alice").statusCode());
    }
  }

  @Test
  void theTokenOpensAsBearerAndAsThePasswordOfAnyUser() {
    try (Site site = Site.of(Quarter.lived(), Site.facts(WITH_TOKEN, new Vitals()))) {
      assertEquals(200, site.get("/", "Authorization", "Bearer s3cret").statusCode());
      String pair =
          Base64.getEncoder().encodeToString("me:s3cret".getBytes(StandardCharsets.UTF_8));
      assertEquals(200, site.get("/", "Authorization", "Basic " + pair).statusCode());
    }
  }

  @Test
  void aProxyIsTrustedAtItsAddressOnly() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    assertEquals(200, throughProxy(here, "alice"));
    assertEquals(401, throughProxy(here, " "));
    assertEquals(401, throughProxy(InetAddress.getByName("10.0.0.5"), "alice"));
  }

  private static int throughProxy(InetAddress proxy, String user) {
    Access access =
        new Access(
            Optional.empty(), Optional.empty(), Optional.of(new Access.Proxy(proxy, "X-User")));
    try (Site site = Site.of(Quarter.lived(), Site.facts(access, new Vitals()))) {
      return site.get("/", "X-User", user).statusCode();
    }
  }

  @Test
  void othersMayNotReadWithoutBeingAsked() {
    InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 0);
    WebFacts open = Site.facts(Access.LOCAL, new Vitals());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> WebServer.start(everywhere, new MemoryLedger(), open));
    assertTrue(String.valueOf(refused.getMessage()).contains("token"));
  }

  @Test
  void aStoreThatCannotBeReadIsSaidWithItsMend() {
    try (Site site = Site.of(new Unreadable())) {
      HttpResponse<String> page = site.get("/");
      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("the disk is full: make room"), page.body());
      HttpResponse<String> api = site.get("/api/v1/items");
      assertEquals(503, api.statusCode());
      assertEquals("{\"error\":\"the disk is full: make room\"}\n", api.body());
      assertTrue(site.get("/metrics").body().contains("followthrough_store_up 0.0"));
    }
  }

  @Test
  void aFaultOfOursShowsNothingOfItself() {
    WebFacts facts = Site.facts(Access.LOCAL, new Vitals());
    WebFacts faulty =
        new WebFacts(
            facts.installation(),
            facts.contact(),
            facts.sources(),
            facts.trackers(),
            facts.liveSource(),
            facts.liveTracker(),
            facts.zone(),
            facts.access(),
            facts.vitals(),
            facts.clock(),
            Optional.of(
                id -> {
                  throw new IllegalStateException("secret of the inside");
                }));
    try (Site site = Site.of(Quarter.lived(), faulty)) {
      HttpResponse<String> answer = site.get("/items/" + Quarter.id(1));
      assertEquals(500, answer.statusCode());
      assertFalse(answer.body().contains("secret of the inside"));
      assertFalse(answer.body().contains("Exception"));
      assertEquals(200, site.get("/").statusCode());
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static final class Unreadable implements Ledger {
    @Override
    public <T> T write(Function<? super Books, ? extends T> work) {
      throw new LedgerException("the disk is full: make room", null);
    }

    @Override
    public <T> T read(Function<? super Books, ? extends T> work) {
      throw new LedgerException("the disk is full: make room", null);
    }

    @Override
    public void close() {}
  }
}
