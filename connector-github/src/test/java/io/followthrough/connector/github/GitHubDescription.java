package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.followthrough.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * GitHub's own OpenAPI description, against which requests and replies are held. It is no part of
 * the project: it lies in a folder beside it, on machines that have one.
 */
final class GitHubDescription {
  /** Set where a missing folder is a failure. */
  static final String REQUIRED = "FOLLOWTHROUGH_REQUIRE_ALL_SUITES";

  private static final String FILE = "shared/api/specs/github.openapi.json";
  private static final String IRI = "https://description.invalid/github.json";
  private static final Pattern PARAMETER = Pattern.compile("\\\\\\{[^}]*}");

  private static final Optional<GitHubDescription> KNOWN = load();

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<String, Pattern> paths = new ConcurrentHashMap<>();

  private GitHubDescription(String text) {
    String absolute = text.replace("\"#/components/", "\"" + IRI + "#/components/");
    this.root = Json.parse(absolute).orElseThrow();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(IRI, absolute)));
    root.path("paths")
        .fieldNames()
        .forEachRemaining(
            path ->
                paths.put(
                    path,
                    Pattern.compile(
                        PARAMETER
                            .matcher(path.replaceAll("[.{}]", "\\\\$0"))
                            .replaceAll("[^/]+"))));
  }

  /** The description, where it is at hand. */
  static Optional<GitHubDescription> find() {
    return KNOWN;
  }

  /** What in a request and its reply is not as described; no reply is looked at where none came. */
  List<String> check(StubRequest request, Optional<StubReply> reply) {
    String path = request.path().replaceFirst("^/repositories/\\d+", "/repos/owner/name");
    Optional<String> template = template(path);
    JsonNode operation =
        template
            .map(
                t ->
                    root.path("paths")
                        .path(t)
                        .path(request.method().toLowerCase(java.util.Locale.ROOT)))
            .orElseGet(Json::object);
    String line = request.method() + " " + request.path();
    if (operation.isEmpty()) {
      return List.of(line + ": no such operation");
    }
    List<String> problems = new ArrayList<>();
    query(request, operation, problems);
    body(request, operation, problems);
    reply.ifPresent(answer -> reply(answer, operation, problems));
    return problems.stream().map(problem -> line + ": " + problem).toList();
  }

  /** The most exact template of a path: words come before parameters. */
  private Optional<String> template(String path) {
    return paths.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(path).matches())
        .map(Map.Entry::getKey)
        .min(java.util.Comparator.comparing(t -> t.chars().filter(c -> c == '{').count()));
  }

  private void query(StubRequest request, JsonNode operation, List<String> problems) {
    request
        .query()
        .forEach(
            (name, value) -> {
              Optional<JsonNode> parameter = parameter(operation, name);
              if (parameter.isEmpty()) {
                problems.add("no such query parameter: " + name);
                return;
              }
              JsonNode schema = parameter.get().path("schema");
              JsonNode typed =
                  schema.path("type").asText().equals("integer")
                      ? Json.parse(value).orElseGet(() -> Json.object().textNode(value))
                      : Json.object().textNode(value);
              validate("query " + name, schema, typed, problems);
            });
  }

  private Optional<JsonNode> parameter(JsonNode operation, String name) {
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = resolved(each);
      if (parameter.path("in").asText().equals("query")
          && parameter.path("name").asText().equals(name)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  private void body(StubRequest request, JsonNode operation, List<String> problems) {
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    if (request.body().isEmpty()) {
      if (operation.path("requestBody").path("required").asBoolean(false)) {
        problems.add("a body is missing");
      }
      return;
    }
    if (schema.isMissingNode()) {
      problems.add("a body where none is described");
      return;
    }
    JsonNode body = request.json();
    validate("request", schema, body, problems);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!schema.path("properties").has(name)) {
                problems.add("request: no such property: " + name);
              }
            });
  }

  private void reply(StubReply reply, JsonNode operation, List<String> problems) {
    JsonNode described = operation.path("responses").path(Integer.toString(reply.status()));
    boolean failure = reply.status() >= 300;
    if (described.isMissingNode() && !failure) {
      problems.add("a status that is not described: " + reply.status());
      return;
    }
    JsonNode content = resolved(described).path("content").path("application/json").path("schema");
    if (reply.body().isEmpty()) {
      return;
    }
    JsonNode json = Json.parse(reply.body()).orElseGet(Json::object);
    // Statuses that every operation can have are not described; their shape is.
    JsonNode schema =
        content.isMissingNode()
            ? root.path("components").path("schemas").path("basic-error")
            : content;
    validate("reply " + reply.status(), schema, json, problems);
  }

  private JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asText("");
    return ref.isEmpty() ? node : root.at(ref.substring(ref.indexOf('#') + 1));
  }

  private void validate(String what, JsonNode schema, JsonNode value, List<String> problems) {
    Schema compiled =
        schemas.computeIfAbsent(
            Json.write(schema),
            text ->
                registry.getSchema(
                    SchemaLocation.of("https://description.invalid/" + schemas.size()), schema));
    for (Error error : compiled.validate(value)) {
      problems.add(what + ": " + error);
    }
  }

  private static Optional<GitHubDescription> load() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(FILE);
      if (Files.isRegularFile(file)) {
        try {
          return Optional.of(new GitHubDescription(Files.readString(file)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return Optional.empty();
  }
}
