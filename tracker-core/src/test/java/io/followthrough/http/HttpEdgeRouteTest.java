package io.followthrough.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a site: a proxy, a private certificate authority. */
final class HttpEdgeRouteTest {
  private static final String CANARY = "PMTOK-canary-72";
  private static final String STORE_WORD = "changeit";
  private static final HttpCall POST = HttpCall.write("comment", "POST", "/c", Json.object());

  @Test
  void aProxyThatHasNoWayLeavesNothingUnknownAndSeesNoSecret() throws IOException {
    try (RawServer proxy = RawServer.saying("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        HttpEdge edge =
            new HttpEdge(
                "https://api.example.invalid",
                HttpSettings.of(Map.of("proxy", proxy.url())),
                Map.of("Authorization", () -> "Bearer " + CANARY))) {
      TrackerException failure = assertThrows(TrackerException.class, () -> edge.exchange(POST));

      assertEquals(FailureKind.UNAVAILABLE, failure.kind());
      assertTrue(
          proxy.asked().get(0).line().startsWith("CONNECT api.example.invalid:443"),
          proxy.asked().get(0).line());
      assertFalse(proxy.asked().get(0).head().contains(CANARY));
    }
  }

  @Test
  void aLoopbackAddressIsCalledPastTheProxy() throws IOException {
    try (RawServer proxy = RawServer.saying("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        RawServer server = RawServer.saying(RawServer.reply("200 OK", "", "{}"));
        HttpEdge edge =
            new HttpEdge(server.url(), HttpSettings.of(Map.of("proxy", proxy.url())), Map.of())) {
      assertEquals(200, edge.exchange(POST).status());
      assertEquals(0, proxy.asked().size());
    }
  }

  @Test
  void aPrivateAuthorityIsTrustedWhereItIsNamedAndNowhereElse(@TempDir Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path caFile = folder.resolve("ca.pem");
    HttpsServer server = server(folder, caFile);
    try {
      String url = "https://127.0.0.1:" + server.getAddress().getPort();
      try (HttpEdge edge = new HttpEdge(url, HttpSettings.defaults(), Map.of())) {
        TrackerException failure = assertThrows(TrackerException.class, () -> edge.exchange(POST));
        assertEquals(FailureKind.UNAVAILABLE, failure.kind());
        assertTrue(failure.toString().contains("http.ca-file"), failure.toString());
      }
      HttpSettings named = HttpSettings.of(Map.of("ca-file", caFile.toString()));
      try (HttpEdge edge = new HttpEdge(url, named, Map.of())) {
        assertEquals("{\"ok\":true}", edge.exchange(POST).text());
      }
    } finally {
      server.stop(0);
    }
  }

  private static HttpsServer server(Path folder, Path caFile)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("store.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "own",
        "-keyalg",
        "EC",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-storepass",
        STORE_WORD,
        "-keystore",
        store.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "own",
        "-storepass",
        STORE_WORD,
        "-keystore",
        store.toString(),
        "-file",
        caFile.toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_WORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, STORE_WORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    byte[] reply = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
