package io.followthrough.connector.jira;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.followthrough.http.Json;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A product of Atlassian's in memory behind a real socket: answers from routes, lets faults strike
 * before or after an effect, and notes every request. Routes run one at a time.
 */
final class StubServer implements ResponseDefinitionTransformerV2, AutoCloseable {
  private final InstantSource clock;
  private final Function<StubRequest, StubReply> routes;
  private final BiFunction<StubRequest, Optional<StubReply>, List<String>> description;
  private final List<StubExchange> journal = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<Planned> faults = new ArrayList<>();
  private final WireMockServer server;
  private int count;

  private record Planned(StubFault fault, Predicate<StubExchange> when, int times) {}

  /**
   * Starts a server.
   *
   * @param description what in a request and its reply is not as the vendor describes it
   */
  StubServer(
      InstantSource clock,
      Function<StubRequest, StubReply> routes,
      BiFunction<StubRequest, Optional<StubReply>, List<String>> description) {
    this.clock = clock;
    this.routes = routes;
    this.description = description;
    this.server =
        new WireMockServer(
            wireMockConfig()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .extensions(this));
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public String getName() {
    return "atlassian";
  }

  @Override
  public boolean applyGlobally() {
    return true;
  }

  @Override
  public synchronized ResponseDefinition transform(ServeEvent event) {
    Request http = event.getRequest();
    StubRequest request =
        StubRequest.of(
            http.getMethod().getName(),
            http.getUrl(),
            http.containsHeader("Authorization") ? http.getHeader("Authorization") : "",
            http.getBodyAsString());
    count++;
    Optional<StubFault> fault = strike(exchange(request, 0, ""));
    boolean applied = fault.map(StubFault::isApplied).orElse(true);
    StubReply honest = applied ? routes.apply(request) : StubReply.empty(0);
    violations.addAll(description.apply(request, Optional.of(honest).filter(reply -> applied)));
    StubReply reply = fault.map(f -> faulty(f, honest)).orElse(honest);
    journal.add(exchange(request, reply.status(), reply.body()));
    return response(reply);
  }

  /** The next requests that satisfy a condition (its status is not known yet) meet a fault. */
  synchronized void inject(StubFault fault, Predicate<StubExchange> when, int times) {
    faults.add(new Planned(fault, when, times));
  }

  synchronized List<StubExchange> journal() {
    return List.copyOf(journal);
  }

  synchronized void forgetJournal() {
    journal.clear();
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** Does something between two requests. */
  synchronized void locked(Runnable act) {
    act.run();
  }

  @Override
  public void close() {
    server.stop();
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
        clock.instant(),
        request.method(),
        request.path(),
        request.query(),
        request.body(),
        status,
        body);
  }

  private StubReply faulty(StubFault fault, StubReply honest) {
    return switch (fault) {
      case LOSE_REQUEST, LOSE_REPLY -> StubReply.empty(0);
      case CUT_REPLY ->
          new StubReply(
              honest.status(),
              honest.headers(),
              honest.body().substring(0, honest.body().length() / 2));
      case BAD_GATEWAY -> StubReply.page(502, "<h1>Bad Gateway</h1>");
      case ERROR_AFTER -> StubReply.error(500, "Internal server error");
      case BURST_LIMIT ->
          limit("jira-burst-based")
              .with("Retry-After", "30")
              .with("X-RateLimit-Reset", clock.instant().plusSeconds(900).toString());
      case QUOTA ->
          limit("jira-quota-tenant-based")
              .with("X-RateLimit-Reset", clock.instant().plusSeconds(1800).toString());
      case PER_ISSUE_LIMIT -> limit("jira-per-issue-on-write").with("Retry-After", "2");
      case BARE_LIMIT -> StubReply.page(429, "<h1>Too many requests</h1>");
      case OVERLOADED -> StubReply.page(503, "<h1>Overloaded</h1>").with("Retry-After", "60");
      case FORBIDDEN -> StubReply.error(403, "You do not have permission to do this.");
      case SCOPE ->
          StubReply.json(
              401,
              Json.object().put("code", 401).put("message", "Unauthorized; scope does not match"));
      case LOGIN_PAGE -> StubReply.page(200, "<html><form action='/login'>Log in</form></html>");
      case LOGIN_REDIRECT ->
          StubReply.empty(302).with("Location", "https://sso.example/login?from=jira");
    };
  }

  private static StubReply limit(String reason) {
    return StubReply.error(429, "Rate limit exceeded").with("RateLimit-Reason", reason);
  }

  private ResponseDefinition response(StubReply reply) {
    if (reply.status() == 0) {
      return ResponseDefinitionBuilder.responseDefinition().withFault(Fault.EMPTY_RESPONSE).build();
    }
    ResponseDefinitionBuilder response =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(reply.status())
            .withHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    clock.instant().atOffset(ZoneOffset.UTC)));
    reply.headers().forEach(response::withHeader);
    return reply.body().isEmpty() ? response.build() : response.withBody(reply.body()).build();
  }
}
