package io.followthrough.daemon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One repository behind a socket, quick enough for a hundred thousand issues: what is opened is
 * listed, newest change first, with pages and ETags, and each request is counted. The tests' stub
 * checks every exchange against GitHub's description and is too slow for this. Safe for several
 * threads.
 */
final class BareGitHub implements AutoCloseable {
  static final String REPOSITORY = "acme/backend";

  private static final String HOME = "/api/v3/repos/" + REPOSITORY;
  private static final Pattern QUERY = Pattern.compile("([^&=]+)=([^&]*)");
  private static final Pattern COMMENTS = Pattern.compile(HOME + "/issues/([0-9]+)/comments");
  private static final int STATES = 1_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final List<ObjectNode> issues = new ArrayList<>();
  private final TreeMap<Long, Integer> byChange = new TreeMap<>();
  private final List<Long> changes = new ArrayList<>();
  private final Duration latency;
  private int requests;
  private int notModified;
  private int comments;

  private BareGitHub(HttpServer server, Duration latency) {
    this.server = server;
    this.latency = latency;
  }

  /** Starts one that answers after a while. */
  static BareGitHub start(Duration latency) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    BareGitHub github = new BareGitHub(server, latency);
    server.createContext("/", github::serve);
    server.start();
    return github;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3";
  }

  synchronized int requests() {
    return requests;
  }

  synchronized int notModified() {
    return notModified;
  }

  synchronized int size() {
    return issues.size();
  }

  synchronized int comments() {
    return comments;
  }

  synchronized void forget() {
    requests = 0;
    notModified = 0;
    comments = 0;
  }

  /** A person changes some issues. */
  synchronized void touch(int count) {
    for (int i = 0; i < count; i++) {
      changed(issues.size() - 1 - i * (issues.size() / count));
    }
  }

  /** Puts issues there that have no mark of ours. */
  synchronized void fill(int count) {
    for (int i = 0; i < count; i++) {
      ObjectNode asked = JsonNodeFactory.instance.objectNode();
      open(asked.put("title", "Rewrite part " + i).put("body", "In words.\n".repeat(20)));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] asked = exchange.getRequestBody().readAllBytes();
    if (latency.isZero()) {
      answer(exchange, asked);
      return;
    }
    Future<?> answered =
        threads.schedule(() -> answer(exchange, asked), latency.toNanos(), TimeUnit.NANOSECONDS);
    if (answered.isCancelled()) {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange, byte[] asked) {
    try {
      Answer answer = answer(exchange, exchange.getRequestURI().getPath(), asked);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
      exchange.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Answer(int status, String body, Map<String, String> headers) {
    Answer(int status, String body) {
      this(status, body, Map.of());
    }
  }

  private synchronized Answer answer(HttpExchange exchange, String path, byte[] asked)
      throws IOException {
    requests++;
    boolean writes = exchange.getRequestMethod().equals("POST");
    Matcher commented = COMMENTS.matcher(path);
    if (path.equals(HOME + "/issues")) {
      return writes ? new Answer(201, open(JSON.readTree(asked)).toString()) : list(exchange);
    }
    if (writes && commented.matches()) {
      return new Answer(201, comment(Integer.parseInt(commented.group(1)), JSON.readTree(asked)));
    }
    return switch (path) {
      case "/api/v3/user" -> new Answer(200, user("followthrough-bot").toString());
      case HOME -> new Answer(200, repository());
      case HOME + "/labels" -> new Answer(200, "[{\"id\":1,\"name\":\"postmortem\"}]");
      case HOME + "/issues/comments" -> new Answer(200, "[]");
      default ->
          path.startsWith(HOME + "/assignees/")
              ? new Answer(204, "")
              : new Answer(404, "{\"message\":\"Not Found\"}");
    };
  }

  private String repository() {
    return "{\"id\":1,\"name\":\"backend\",\"full_name\":\""
        + REPOSITORY
        + "\",\"private\":true,\"has_issues\":true,\"archived\":false,\"default_branch\":\"main\","
        + "\"owner\":{\"login\":\"acme\"},\"permissions\":{\"push\":true,\"triage\":true}}";
  }

  private static ObjectNode user(String login) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("login", login)
        .put("id", login.hashCode() & 0xffff)
        .put("type", "User");
  }

  private ObjectNode open(JsonNode asked) {
    int number = issues.size() + 1;
    String now = now();
    ObjectNode issue =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", 10_000_000L + number)
            .put("node_id", "I_" + number)
            .put("number", number)
            .put("html_url", "http://127.0.0.1/" + REPOSITORY + "/issues/" + number)
            .put("title", asked.path("title").asText())
            .put("body", asked.path("body").asText())
            .put("state", "open")
            .put("author_association", "MEMBER")
            .put("created_at", now)
            .put("updated_at", now);
    issue.set("user", user("followthrough-bot"));
    ArrayNode labels = issue.putArray("labels");
    asked.path("labels").forEach(name -> labels.addObject().put("name", name.asText()));
    ArrayNode assignees = issue.putArray("assignees");
    asked.path("assignees").forEach(login -> assignees.add(user(login.asText())));
    issues.add(issue);
    changes.add(0L);
    changed(number - 1);
    return issue;
  }

  private String comment(int number, JsonNode asked) {
    changed(number - 1);
    comments++;
    ObjectNode comment =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", comments)
            .put("body", asked.path("body").asText())
            .put("html_url", "http://127.0.0.1/" + REPOSITORY + "/issues/" + number + "#c")
            .put("author_association", "MEMBER")
            .put("created_at", now())
            .put("updated_at", now());
    comment.set("user", user("followthrough-bot"));
    return comment.toString();
  }

  /** GitHub's times have the grain of a second. */
  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void changed(int index) {
    byChange.remove(changes.get(index));
    long key = Instant.now().getEpochSecond() * STATES + index;
    byChange.put(key, index);
    changes.set(index, key);
    issues.get(index).put("updated_at", now());
  }

  private Answer list(HttpExchange exchange) {
    Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
    long since =
        Instant.parse(asked.getOrDefault("since", "1970-01-01T00:00:00Z").replace("%3A", ":"))
                .getEpochSecond()
            * STATES;
    int page = Integer.parseInt(asked.getOrDefault("page", "1"));
    int size = Integer.parseInt(asked.getOrDefault("per_page", "30"));
    List<Integer> found =
        byChange.tailMap(since, true).descendingMap().values().stream()
            .skip((page - 1L) * size)
            .limit(size + 1L)
            .toList();
    StringBuilder body = new StringBuilder("[");
    found.stream()
        .limit(size)
        .forEach(i -> body.append(body.length() == 1 ? "" : ",").append(issues.get(i)));
    body.append(']');
    String etag = "W/\"" + Integer.toHexString(body.toString().hashCode()) + "\"";
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      notModified++;
      return new Answer(304, "", Map.of("ETag", etag));
    }
    Map<String, String> headers = new TreeMap<>(Map.of("ETag", etag));
    if (found.size() > size) {
      String rest = exchange.getRequestURI().getRawQuery().replaceAll("&page=[0-9]+", "");
      headers.put(
          "Link",
          "<"
              + url()
              + "/repos/"
              + REPOSITORY
              + "/issues?"
              + rest
              + "&page="
              + (page + 1)
              + ">; rel=\"next\"");
    }
    return new Answer(200, body.toString(), headers);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> values = new TreeMap<>();
    Matcher pair = QUERY.matcher(raw);
    while (pair.find()) {
      values.put(pair.group(1), pair.group(2));
    }
    return values;
  }
}
