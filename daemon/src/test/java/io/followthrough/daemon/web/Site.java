package io.followthrough.daemon.web;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Ledger;
import io.followthrough.tracker.Comment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A server over a ledger, and a reader of it. */
final class Site implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final WebServer server;

  private Site(WebServer server) {
    this.server = server;
  }

  static Site of(Ledger ledger) {
    return of(ledger, facts(Access.LOCAL, new Vitals()));
  }

  static Site of(Ledger ledger, WebFacts facts) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new Site(WebServer.start(any, ledger, facts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an installation of two trackers says, one of them confirmed. */
  static WebFacts facts(Access access, Vitals vitals) {
    return facts(access, vitals, Optional.empty());
  }

  /** The same where all comments on a ticket are known. */
  static WebFacts telling(List<Comment> comments) {
    return facts(Access.LOCAL, new Vitals(), Optional.of(item -> comments));
  }

  private static WebFacts facts(
      Access access, Vitals vitals, Optional<Function<ItemId, List<Comment>>> comments) {
    return new WebFacts(
        "acme-sre",
        "#reliability",
        List.of("docs"),
        List.of("backend", "payments"),
        (books, source) -> true,
        (books, tracker) -> tracker.equals("backend"),
        ZoneOffset.UTC,
        access,
        vitals,
        () -> Quarter.NOW,
        comments);
  }

  URI at(String path) {
    return server.address().resolve(path);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
