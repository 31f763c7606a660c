package io.followthrough.daemon.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A git server over smart HTTP on loopback that asks for a token where it is told to. */
final class GitServer implements AutoCloseable {
  private final HttpServer server;
  private final Repository repository;
  private volatile Optional<String> token = Optional.empty();
  private volatile Optional<String> elsewhere = Optional.empty();

  /** Method, path and whether a token came with it, of each request. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  GitServer(Repository repository) throws IOException {
    this.repository = repository;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/sre.git";
  }

  void asksFor(String newToken) {
    token = Optional.of(newToken);
  }

  void redirectsTo(String url) {
    elsewhere = Optional.of(url);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path + (given == null ? "" : " with a token"));
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      if (elsewhere.isPresent()) {
        exchange.getResponseHeaders().set("Location", elsewhere.get() + path.substring(8));
        exchange.sendResponseHeaders(302, -1);
      } else if (token.isPresent() && !isRight(given)) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (path.equals("/sre.git/info/refs")) {
        advertise(exchange, out);
      } else if (path.equals("/sre.git/git-upload-pack")) {
        upload(exchange, out);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private boolean isRight(String given) {
    String expected = "git:" + token.orElse("");
    return given != null
        && given.equals(
            "Basic "
                + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)));
  }

  private void advertise(HttpExchange exchange, OutputStream out) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Type", "application/x-git-upload-pack-advertisement");
    exchange.sendResponseHeaders(200, 0);
    PacketLineOut lines = new PacketLineOut(out);
    lines.writeString("# service=git-upload-pack\n");
    lines.end();
    try (UploadPack pack = new UploadPack(repository)) {
      pack.setBiDirectionalPipe(false);
      pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    }
  }

  private void upload(HttpExchange exchange, OutputStream out) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
    exchange.sendResponseHeaders(200, 0);
    String coding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    boolean zipped = coding != null && coding.toLowerCase(Locale.ROOT).contains("gzip");
    try (InputStream body =
            zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        UploadPack pack = new UploadPack(repository)) {
      pack.setBiDirectionalPipe(false);
      pack.upload(body, out, null);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
