package io.followthrough.connector.linear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/** A real GraphQL engine on Linear's types: what is not in them is refused, not guessed. */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class StubEngine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Linear's own schema takes a second to build; the answers come with each request. */
  private static final GraphQL GRAPHQL =
      GraphQL.newGraphQL(
              LinearSchema.executable(
                  LinearSchema.whole().orElseGet(LinearSchema::ours),
                  named(StubAnswers::queries),
                  named(StubAnswers::mutations),
                  new StubConnections()))
          .defaultDataFetcherExceptionHandler(StubEngine::refusal)
          .build();

  private final StubAnswers answers;

  StubEngine(StubWorld world) {
    this.answers = new StubAnswers(world);
  }

  private static Map<String, DataFetcher<?>> named(
      Function<StubAnswers, Map<String, DataFetcher<?>>> kind) {
    Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();
    for (String name : kind.apply(new StubAnswers(new StubWorld(() -> Instant.EPOCH))).keySet()) {
      fetchers.put(
          name,
          environment ->
              kind.apply(environment.getGraphQlContext().get(StubAnswers.class))
                  .get(name)
                  .get(environment));
    }
    return fetchers;
  }

  /** A request as GraphQL sees it. */
  record Asked(Document document, Map<String, Object> variables) {
    String operation() {
      return definition().getName();
    }

    boolean isWrite() {
      return definition().getOperation() == OperationDefinition.Operation.MUTATION;
    }

    double complexity() {
      return Complexity.of(document, variables);
    }

    private OperationDefinition definition() {
      return document.getDefinitionsOfType(OperationDefinition.class).get(0);
    }
  }

  @SuppressWarnings("unchecked")
  static Asked parse(JsonNode body) {
    return new Asked(
        Parser.parse(body.path("query").asText()),
        MAPPER.convertValue(body.path("variables"), Map.class));
  }

  /** Does what is asked, and gives data, errors or both. */
  JsonNode execute(JsonNode body) {
    ExecutionResult result =
        GRAPHQL.execute(
            ExecutionInput.newExecutionInput(body.path("query").asText())
                .graphQLContext(Map.of(StubAnswers.class, answers))
                .variables(parse(body).variables())
                .build());
    return MAPPER.valueToTree(result.toSpecification());
  }

  private static CompletableFuture<DataFetcherExceptionHandlerResult> refusal(
      DataFetcherExceptionHandlerParameters parameters) {
    Throwable cause = parameters.getException();
    Map<String, Object> extensions =
        cause instanceof StubRefusal refusal
            ? refusal.extensions()
            : Map.of("code", "STUB_BROKEN", "type", "internal error");
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult()
            .error(
                GraphqlErrorBuilder.newError()
                    .message("%s", String.valueOf(cause.getMessage()))
                    .path(parameters.getPath())
                    .extensions(extensions)
                    .build())
            .build());
  }
}
