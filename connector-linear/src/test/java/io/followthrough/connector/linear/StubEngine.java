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
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;

/** A real GraphQL engine on Linear's types: what is not in them is refused, not guessed. */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class StubEngine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final GraphQL graphql;

  StubEngine(StubWorld world, TypeDefinitionRegistry types) {
    StubAnswers answers = new StubAnswers(world);
    this.graphql =
        GraphQL.newGraphQL(
                LinearSchema.executable(
                    types, answers.queries(), answers.mutations(), new StubConnections()))
            .defaultDataFetcherExceptionHandler(StubEngine::refusal)
            .build();
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
        graphql.execute(
            ExecutionInput.newExecutionInput(body.path("query").asText())
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
