package io.followthrough.connector.github;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/** Lets WireMock answer from the stub's memory, with its faults, and notes what happened. */
final class StubTransformer implements ResponseDefinitionTransformerV2 {
  private final StubWorld world;
  private final StubRoutes routes;
  private final Optional<GitHubDescription> description;
  private final List<StubExchange> journal = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<Planned> faults = new ArrayList<>();
  private int count;

  /** A fault that waits for its requests. */
  private record Planned(StubFault fault, Predicate<StubExchange> when, int times) {}

  StubTransformer(StubWorld world, Optional<GitHubDescription> description) {
    this.world = world;
    this.routes = new StubRoutes(world);
    this.description = description;
  }

  @Override
  public String getName() {
    return "github";
  }

  @Override
  public boolean applyGlobally() {
    return true;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request http = event.getRequest();
    StubRequest request =
        StubRequest.of(
            http.getMethod().getName(),
            below(http.getUrl()),
            header(http, "Authorization"),
            header(http, "If-None-Match"),
            header(http, "X-GitHub-Api-Version"),
            http.getBodyAsString());
    synchronized (world) {
      count++;
      StubExchange asked = exchange(request, 0, "");
      Optional<StubFault> fault = strike(asked);
      boolean applied = fault.map(StubFault::isApplied).orElse(true);
      StubReply honest =
          applied ? conditional(request, routes.answer(request)) : StubReply.empty(0);
      // The description is of 2022-11-28.
      Optional<StubReply> described =
          Optional.of(honest).filter(r -> applied && world.singularAssignee);
      description.ifPresent(known -> violations.addAll(known.check(request, described)));
      StubReply reply = fault.map(f -> faulty(f, honest)).orElse(honest);
      journal.add(exchange(request, reply.status(), reply.body()));
      return response(reply);
    }
  }

  /** What is not below the API's address is none of it. */
  private String below(String url) {
    String prefix = world.edition.prefix;
    return url.startsWith(prefix + "/") ? url.substring(prefix.length()) : "/pages" + url;
  }

  void inject(StubFault fault, Predicate<StubExchange> when, int times) {
    synchronized (world) {
      faults.add(new Planned(fault, when, times));
    }
  }

  List<StubExchange> journal() {
    synchronized (world) {
      return List.copyOf(journal);
    }
  }

  void forgetJournal() {
    synchronized (world) {
      journal.clear();
    }
  }

  List<String> violations() {
    synchronized (world) {
      return List.copyOf(violations);
    }
  }

  private Optional<StubFault> strike(StubExchange asked) {
    for (int i = 0; i < faults.size(); i++) {
      Planned planned = faults.get(i);
      if (planned.when().test(asked)) {
        faults.remove(i);
        if (planned.times() > 1) {
          faults.add(i, new Planned(planned.fault(), planned.when(), planned.times() - 1));
        }
        return Optional.of(planned.fault());
      }
    }
    return Optional.empty();
  }

  private StubExchange exchange(StubRequest request, int status, String body) {
    return new StubExchange(
        count,
        world.clock.instant(),
        request.method(),
        request.path(),
        request.query(),
        !request.etag().isEmpty(),
        request.body(),
        status,
        body);
  }

  private StubReply conditional(StubRequest request, StubReply reply) {
    if (!request.method().equals("GET") || reply.status() != 200) {
      return reply;
    }
    CRC32 sum = new CRC32();
    sum.update((request.token() + reply.body()).getBytes(StandardCharsets.UTF_8));
    String etag = "W/\"" + Long.toHexString(sum.getValue()) + "\"";
    return world.knowsEtags && request.etag().equals(etag)
        ? StubReply.empty(304).with("ETag", etag)
        : reply.with("ETag", etag);
  }

  private StubReply faulty(StubFault fault, StubReply honest) {
    return switch (fault) {
      case LOSE_REQUEST, LOSE_REPLY -> StubReply.empty(0);
      case CUT_REPLY ->
          new StubReply(
              honest.status(),
              honest.headers(),
              honest.body().substring(0, honest.body().length() / 2));
      case BAD_GATEWAY ->
          new StubReply(502, Map.of("Content-Type", "text/html"), "<h1>Bad Gateway</h1>");
      case LOGIN_PAGE ->
          new StubReply(200, Map.of("Content-Type", "text/html"), "<h1>Please log in</h1>");
      case ERROR_AFTER -> StubReply.message(500, "Server Error");
      case TOO_MANY_REQUESTS ->
          StubReply.message(429, "Too Many Requests").with("Retry-After", "30");
      case PRIMARY_LIMIT ->
          StubReply.message(403, "API rate limit exceeded for user ID 1.")
              .with("x-ratelimit-remaining", "0")
              .with("x-ratelimit-reset", Long.toString(world.now().getEpochSecond() + 600));
      case SECONDARY_LIMIT ->
          StubReply.message(
              403, "You have exceeded a secondary rate limit. Please wait a few minutes.");
      case TOO_QUICK -> StubReply.invalid("Issue", "base", "was submitted too quickly");
      case FORBIDDEN ->
          StubReply.message(403, "Resource not accessible by personal access token")
              .with("X-Accepted-GitHub-Permissions", "issues=write");
      case OLD_VERSION -> StubReply.message(410, "API version 2022-11-28 is no longer supported.");
      case REFUSE_ASSIGNEES -> StubReply.invalid("Issue", "assignees", "invalid");
    };
  }

  private ResponseDefinition response(StubReply reply) {
    if (reply.status() == 0) {
      return ResponseDefinitionBuilder.responseDefinition().withFault(Fault.EMPTY_RESPONSE).build();
    }
    ResponseDefinitionBuilder response =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(reply.status())
            .withHeader("Date", date(world.now()));
    world.headers().entrySet().stream()
        .filter(entry -> !reply.headers().containsKey(entry.getKey()))
        .forEach(entry -> response.withHeader(entry.getKey(), entry.getValue()));
    reply.headers().forEach(response::withHeader);
    return reply.body().isEmpty() ? response.build() : response.withBody(reply.body()).build();
  }

  private static String date(Instant now) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
  }

  private static String header(Request request, String name) {
    return request.containsHeader(name) ? request.getHeader(name) : "";
  }
}
