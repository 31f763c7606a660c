package io.followthrough.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A vendor's own OpenAPI 3.0 description, against which requests and replies are held. It is no
 * part of the project: it lies in a folder beside it, on machines that have one. Safe for several
 * threads.
 */
public final class OpenApi {
  /** An environment variable, set to 1 where a missing folder is a failure. */
  public static final String REQUIRED = "FOLLOWTHROUGH_REQUIRE_ALL_SUITES";

  private static final String FOLDER = "shared/api/specs";
  private static final Pattern PARAMETER = Pattern.compile("\\\\\\{[^}]*}");
  private static final Map<String, Optional<OpenApi>> KNOWN = new ConcurrentHashMap<>();

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<String, Pattern> paths = new ConcurrentHashMap<>();

  private OpenApi(String file, String text) {
    String iri = "https://description.invalid/" + file;
    String absolute = text.replace("\"#/components/", "\"" + iri + "#/components/");
    this.root = Json.parse(absolute).orElseThrow();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(iri, absolute)));
    root.path("paths").fieldNames().forEachRemaining(path -> paths.put(path, pattern(path)));
  }

  /** The description in a file of the folder, where it is at hand. */
  public static Optional<OpenApi> find(String file) {
    return KNOWN.computeIfAbsent(file, OpenApi::load);
  }

  /** A request, as far as a description speaks of it; an empty body is none. */
  public record Asked(String method, String path, Map<String, String> query, String body) {
    public Asked {
      requireNonNull(method, "method is null");
      requireNonNull(path, "path is null");
      query = Map.copyOf(query);
      requireNonNull(body, "body is null");
    }
  }

  /** A reply, likewise. */
  public record Answered(int status, String body) {
    public Answered {
      requireNonNull(body, "body is null");
    }
  }

  /** What in a request and its reply is not as described; no reply is looked at where none came. */
  public List<String> check(Asked request, Optional<Answered> reply) {
    String line = request.method() + " " + request.path();
    JsonNode operation = operation(request.method(), request.path());
    if (operation.isEmpty()) {
      return List.of(line + ": no such operation");
    }
    List<String> problems = new ArrayList<>();
    query(request, operation, problems);
    body(request, operation, problems);
    reply.ifPresent(answer -> reply(answer, operation, problems));
    return problems.stream().map(problem -> line + ": " + problem).toList();
  }

  /** A schema of the components. */
  public JsonNode component(String name) {
    return root.path("components").path("schemas").path(name);
  }

  private JsonNode operation(String method, String path) {
    return paths.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(path).matches())
        .map(Map.Entry::getKey)
        // Words come before parameters.
        .min(Comparator.comparing(template -> template.chars().filter(c -> c == '{').count()))
        .map(template -> root.path("paths").path(template).path(method.toLowerCase(Locale.ROOT)))
        .orElseGet(Json::object);
  }

  private void query(Asked request, JsonNode operation, List<String> problems) {
    request
        .query()
        .forEach(
            (name, value) -> {
              Optional<JsonNode> parameter = parameter(operation, name);
              if (parameter.isEmpty()) {
                problems.add("no such query parameter: " + name);
                return;
              }
              JsonNode schema = resolved(parameter.get().path("schema"));
              validate("query " + name, schema, typed(schema, value), problems);
            });
  }

  /** A text as the value that its schema wants; a list has its values parted by commas. */
  private static JsonNode typed(JsonNode schema, String value) {
    JsonNode text = Json.object().textNode(value);
    return switch (schema.path("type").asText()) {
      case "integer", "boolean" -> Json.parse(value).orElse(text);
      case "array" -> {
        var list = Json.object().putArray("list");
        for (String each : value.split(",", -1)) {
          list.add(each);
        }
        yield list;
      }
      default -> text;
    };
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

  private void body(Asked request, JsonNode operation, List<String> problems) {
    JsonNode described = resolved(operation.path("requestBody"));
    JsonNode schema = described.path("content").path("application/json").path("schema");
    if (request.body().isEmpty()) {
      if (described.path("required").asBoolean(false)) {
        problems.add("a body is missing");
      }
      return;
    }
    if (schema.isMissingNode()) {
      problems.add("a body where none is described");
      return;
    }
    JsonNode body = Json.parse(request.body()).orElseGet(Json::object);
    validate("request", schema, body, problems);
    JsonNode properties = resolved(schema).path("properties");
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!properties.has(name)) {
                problems.add("request: no such property: " + name);
              }
            });
  }

  private void reply(Answered reply, JsonNode operation, List<String> problems) {
    JsonNode described = operation.path("responses").path(Integer.toString(reply.status()));
    if (described.isMissingNode() && reply.status() < 300) {
      problems.add("a status that is not described: " + reply.status());
      return;
    }
    JsonNode schema = resolved(described).path("content").path("application/json").path("schema");
    if (reply.body().isEmpty()) {
      return;
    }
    // Statuses that every operation can have are not described; their shape is, where it has one.
    JsonNode held = schema.isMissingNode() ? component("basic-error") : schema;
    if (!held.isMissingNode()) {
      JsonNode json = Json.parse(reply.body()).orElseGet(Json::object);
      validate("reply " + reply.status(), held, json, problems);
    }
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

  private static Pattern pattern(String path) {
    return Pattern.compile(
        PARAMETER.matcher(path.replaceAll("[.{}]", "\\\\$0")).replaceAll("[^/]+"));
  }

  private static Optional<OpenApi> load(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(FOLDER).resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          return Optional.of(new OpenApi(name, Files.readString(file)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return Optional.empty();
  }
}
