package io.followthrough.daemon.web;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page, the health, the metrics and the API, on the JDK's own server. It only reads. Its
 * threads are its own, few, and do not keep the process alive.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);
  private static final int THREADS = 8;
  private static final int QUEUE = 100;

  /** Read once by the JDK's server, when its first instance is made. Times are seconds. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxRspTime", "30",
          "sun.net.httpserver.idleInterval", "30",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.nodelay", "true",
          "jdk.httpserver.maxConnections", "200");

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
              + "form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private final HttpServer server;
  private final ExecutorService threads;
  private final Guard guard;
  private final Routes routes;
  private final InetSocketAddress listen;

  private WebServer(HttpServer server, Guard guard, Routes routes, String host) {
    this.server = server;
    this.guard = guard;
    this.routes = routes;
    this.listen = InetSocketAddress.createUnresolved(host, server.getAddress().getPort());
    this.threads = threads();
  }

  /**
   * Starts to serve.
   *
   * @param listen port 0 for any free one
   * @throws IllegalArgumentException where others than this machine could read without a token
   * @throws IOException where the address cannot be had
   */
  public static WebServer start(InetSocketAddress listen, Ledger ledger, WebFacts facts)
      throws IOException {
    requireNonNull(ledger, "ledger is null");
    if (listen.isUnresolved()) {
      throw new IOException("no address is known for " + listen.getHostString());
    }
    LIMITS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
    Guard guard = new Guard(listen, facts.access());
    HttpServer server = HttpServer.create(listen, 50);
    WebServer web = new WebServer(server, guard, new Routes(ledger, facts), listen.getHostString());
    server.setExecutor(web.threads);
    server.createContext("/", web::serve);
    server.start();
    return web;
  }

  private static ExecutorService threads() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            work -> {
              Thread thread = new Thread(work, "web-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Where it is found on this machine. */
  public URI address() {
    String host = listen.getHostString();
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + shown + ":" + listen.getPort() + "/");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    String known = path == null ? "" : path;
    try {
      return guard
          .refusal(exchange)
          .orElseGet(
              () ->
                  routes.answer(
                      known,
                      Query.of(exchange.getRequestURI().getRawQuery()),
                      guard.lets(exchange)));
    } catch (LedgerException e) {
      log.warn("a page cannot be shown: {}", e.getMessage());
      return routes.problem(503, known, "The store cannot be read", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("a page cannot be shown", e);
      return routes.problem(500, known, "This page cannot be shown", "The daemon's log says why.");
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    ALWAYS.forEach(headers::set);
    answer.headers().forEach(headers::set);
    headers.set("Content-Type", answer.type());
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(answer.length()));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.length());
    try (OutputStream out = exchange.getResponseBody()) {
      answer.writeTo(out);
    }
  }

  /** Stops at once; a page that is being sent may be cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
