package io.followthrough.daemon.acceptance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.followthrough.connector.github.GitHubStub;
import io.followthrough.connector.github.StubExchange;
import io.followthrough.daemon.app.Daemon;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.cli.Program;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** All that an installation says to anybody: commands, log, page, API, metrics, requests. */
final class Overheard extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("href=\"(/[^\"#]*)\"");
  private static final List<String> MACHINES =
      List.of("/", "/metrics", "/health/ready", "/api/v1/items", "/api/v1/summary");

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final HttpClient client = HttpClient.newHttpClient();
  private final Logger logger;

  private Overheard(Logger logger) {
    this.logger = logger;
  }

  static Overheard begin() {
    if (LoggerFactory.getLogger("io.followthrough") instanceof Logger logger) {
      Overheard heard = new Overheard(logger);
      heard.setContext(logger.getLoggerContext());
      heard.start();
      logger.setLevel(Level.DEBUG);
      logger.setAdditive(false);
      logger.addAppender(heard);
      return heard;
    }
    throw new IllegalStateException("the program does not log by logback");
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add("log: " + event.getFormattedMessage() + event.getThrowableProxy());
  }

  /** Runs a command and keeps what it says. */
  Program.Result run(Installation place, String... arguments) {
    Program.Result result = place.run(arguments);
    lines.add(String.join(" ", arguments) + ": " + result.out() + result.err());
    return result;
  }

  /** Reads every page of the running daemon that a link leads to, and what machines read. */
  void pages(Installation place, InstantSource clock) throws IOException, InterruptedException {
    Configuration configuration =
        ConfigFile.load(
            place.folder().resolve("followthrough.yaml"),
            Map.of("GITHUB_TOKEN", GitHubStub.TOKEN),
            Houses.features());
    try (Daemon daemon = Daemon.start(configuration, clock)) {
      URI home = daemon.address().orElseThrow();
      Set<String> seen = new HashSet<>(MACHINES);
      Deque<String> open = new ArrayDeque<>(MACHINES);
      while (!open.isEmpty()) {
        String path = open.pop();
        String body = get(home.resolve(path));
        lines.add(path + ": " + body);
        Matcher links = ADDRESS.matcher(body);
        while (links.find()) {
          if (seen.add(links.group(1))) {
            open.push(links.group(1));
          }
        }
      }
    }
  }

  private String get(URI address) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Adds every request that arrived at the tracker. */
  void requests(Installation place) {
    for (StubExchange exchange : place.github().journal()) {
      lines.add(
          "request: " + exchange.path() + " " + exchange.query() + " " + exchange.requestBody());
    }
  }

  /** The lines that a word stands in. */
  List<String> with(String word) {
    synchronized (lines) {
      return lines.stream().filter(line -> line.toLowerCase(Locale.ROOT).contains(word)).toList();
    }
  }

  int size() {
    return lines.size();
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(null);
    logger.setAdditive(true);
    stop();
  }
}
