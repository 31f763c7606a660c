package io.followthrough.connector.linear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.followthrough.http.Json;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets WireMock answer from the stub's engine, with its faults and limits, and notes it all. */
final class StubWire implements ResponseDefinitionTransformerV2 {
  private static final int REQUESTS = 2_500;

  private final StubWorld world;
  private final StubEngine engine;
  private final List<StubExchange> journal = new ArrayList<>();
  private final List<Planned> faults = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private int asked;

  /** What a GraphQL error comes with: Linear gives 200 as often as 400. */
  int errorStatus = 200;

  private record Planned(StubFault fault, Predicate<StubExchange> when, int times) {}

  private record Answer(int status, Map<String, String> headers, String body) {}

  StubWire(StubWorld world, StubEngine engine) {
    this.world = world;
    this.engine = engine;
  }

  @Override
  public String getName() {
    return "linear";
  }

  @Override
  public boolean applyGlobally() {
    return true;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    synchronized (world) {
      asked++;
      return response(event.getRequest());
    }
  }

  void inject(StubFault fault, Predicate<StubExchange> when, int times) {
    faults.add(new Planned(fault, when, times));
  }

  void relent() {
    faults.clear();
  }

  List<StubExchange> journal() {
    return journal;
  }

  List<String> violations() {
    return violations;
  }

  private ResponseDefinition response(Request http) {
    JsonNode body = Json.parse(http.getBodyAsString()).orElseThrow();
    StubEngine.Asked request = StubEngine.parse(body);
    StubExchange exchange = exchange(request, body, 0, "");
    String sign = http.containsHeader("Authorization") ? http.getHeader("Authorization") : "";
    Answer answer;
    if (!sign.equals(world.authorization)) {
      answer =
          error(400, "Authentication required", "AUTHENTICATION_ERROR", "authentication error");
    } else if (request.complexity() > Complexity.MOST) {
      answer = error(400, "Query too complex", "INPUT_ERROR", "invalid input");
      violations.add(request.operation() + " costs " + request.complexity());
    } else {
      answer = answer(strike(exchange), body, request);
    }
    journal.add(exchange(request, body, answer.status(), answer.body()));
    return response(answer, request);
  }

  private Answer answer(Optional<StubFault> fault, JsonNode body, StubEngine.Asked request) {
    boolean applied = fault.map(StubFault::isApplied).orElse(true);
    JsonNode honest = applied ? engine.execute(body) : Json.object();
    for (JsonNode problem : honest.path("errors")) {
      if (!problem.path("extensions").has("userError")) {
        violations.add(request.operation() + ": " + problem.path("message").asText());
      }
    }
    Answer plain =
        new Answer(honest.has("errors") ? errorStatus : 200, Map.of(), Json.write(honest));
    return fault.map(struck -> faulty(struck, plain, honest, request)).orElse(plain);
  }

  private Optional<StubFault> strike(StubExchange exchange) {
    for (int i = 0; i < faults.size(); i++) {
      Planned planned = faults.get(i);
      if (planned.when().test(exchange)) {
        faults.remove(i);
        if (planned.times() > 1) {
          faults.add(i, new Planned(planned.fault(), planned.when(), planned.times() - 1));
        }
        return Optional.of(planned.fault());
      }
    }
    return Optional.empty();
  }

  private StubExchange exchange(StubEngine.Asked request, JsonNode body, int status, String reply) {
    return new StubExchange(
        world.clock.instant(),
        request.operation(),
        request.isWrite(),
        body.path("variables"),
        request.complexity(),
        status,
        reply);
  }

  private Answer faulty(StubFault fault, Answer honest, JsonNode data, StubEngine.Asked request) {
    return switch (fault) {
      case LOSE_REQUEST, LOSE_REPLY -> new Answer(0, Map.of(), "");
      case CUT_REPLY ->
          new Answer(200, Map.of(), honest.body().substring(0, honest.body().length() / 2));
      case BAD_GATEWAY -> new Answer(502, Map.of(), "<h1>Bad Gateway</h1>");
      case ERROR_AFTER -> new Answer(500, Map.of(), "Server Error");
      case INTERNAL_ERROR_AFTER ->
          error(200, "Internal server error", "INTERNAL_SERVER_ERROR", "internal error");
      case LOCK_TIMEOUT -> error(200, "Lock timeout", "LOCK_TIMEOUT", "lock timeout");
      case RATELIMITED ->
          new Answer(
              400,
              Map.of("X-RateLimit-Requests-Remaining", "0"),
              error(400, "Rate limit exceeded", "RATELIMITED", "ratelimited").body());
      case RATELIMITED_WITHOUT_TIME ->
          error(400, "Rate limit exceeded", "RATELIMITED", "ratelimited");
      case TOO_MANY_REQUESTS -> new Answer(429, Map.of("Retry-After", "30"), "Too many");
      case FORBIDDEN -> error(200, "Forbidden", "FORBIDDEN", "forbidden");
      case USED_UP ->
          error(200, "Usage limit exceeded", "USAGE_LIMIT_EXCEEDED", "usage limit exceeded");
      case NO_SUCCESS -> new Answer(200, Map.of(), Json.write(withoutSuccess(request)));
      case PARTIAL_DATA -> new Answer(200, Map.of(), Json.write(partial(data)));
    };
  }

  private static ObjectNode withoutSuccess(StubEngine.Asked request) {
    String root =
        switch (request.operation()) {
          case "CreateIssue" -> "issueCreate";
          case "CreateIssues" -> "issueBatchCreate";
          case "UpdateIssue" -> "issueUpdate";
          case "CreateComment" -> "commentCreate";
          case "UpdateComment" -> "commentUpdate";
          default -> throw new IllegalArgumentException(request.operation() + " has no success");
        };
    ObjectNode reply = Json.object();
    reply.putObject("data").putObject(root).put("success", false);
    return reply;
  }

  /** The first assignee, label list or issue of the data is null, and an error says so. */
  private static JsonNode partial(JsonNode data) {
    ObjectNode copy = data.deepCopy();
    for (JsonNode parent : copy.findParents("assignee")) {
      ((ObjectNode) parent).putNull("assignee");
    }
    copy.putArray("errors")
        .addObject()
        .put("message", "Internal server error")
        .putObject("extensions")
        .put("type", "internal error");
    return copy;
  }

  private static Answer error(int status, String message, String code, String type) {
    ObjectNode body = Json.object().putNull("data");
    body.putArray("errors")
        .addObject()
        .put("message", message)
        .putObject("extensions")
        .put("code", code)
        .put("type", type);
    return new Answer(status, Map.of(), Json.write(body));
  }

  private ResponseDefinition response(Answer answer, StubEngine.Asked request) {
    if (answer.status() == 0) {
      return ResponseDefinitionBuilder.responseDefinition().withFault(Fault.EMPTY_RESPONSE).build();
    }
    String reset = Long.toString(world.clock.instant().plus(Duration.ofMinutes(10)).toEpochMilli());
    ResponseDefinitionBuilder response =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(answer.status())
            .withHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    world.clock.instant().atOffset(ZoneOffset.UTC)))
            .withHeader("Content-Type", "application/json; charset=utf-8")
            .withHeader("X-Complexity", Double.toString(request.complexity()))
            .withHeader("X-RateLimit-Requests-Limit", Integer.toString(REQUESTS))
            .withHeader("X-RateLimit-Requests-Reset", reset);
    if (!answer.headers().containsKey("X-RateLimit-Requests-Remaining")) {
      response.withHeader("X-RateLimit-Requests-Remaining", Integer.toString(REQUESTS - asked));
    }
    answer.headers().forEach(response::withHeader);
    return response.withBody(answer.body()).build();
  }
}
