package io.followthrough.connector.linear;

import graphql.GraphQLContext;
import graphql.TypeResolutionEnvironment;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/**
 * The types that the stub of Linear speaks: Linear's own schema, which lies in a folder beside the
 * project on machines that have one, else the part of it that we use, which lies with the tests.
 */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class LinearSchema {
  /** Set where a missing folder is a failure. */
  static final String REQUIRED = "FOLLOWTHROUGH_REQUIRE_ALL_SUITES";

  private static final String FOLDER = "FOLLOWTHROUGH_API_DESCRIPTIONS";
  private static final String FILE = "linear.schema.graphql";
  private static final Optional<TypeDefinitionRegistry> WHOLE = vendors();

  private LinearSchema() {}

  /** Linear's own types, where they are at hand. */
  static Optional<TypeDefinitionRegistry> whole() {
    return WHOLE;
  }

  /** The part that we use. */
  static TypeDefinitionRegistry ours() {
    return part();
  }

  /** The types with what answers for their fields; whatever else is asked is a map's value. */
  static GraphQLSchema executable(
      TypeDefinitionRegistry types,
      Map<String, DataFetcher<?>> queries,
      Map<String, DataFetcher<?>> mutations,
      DataFetcher<?> otherwise) {
    RuntimeWiring wiring =
        RuntimeWiring.newRuntimeWiring()
            .wiringFactory(new Wires(queries, mutations, otherwise))
            .build();
    return new SchemaGenerator().makeExecutableSchema(types, wiring);
  }

  private static Optional<TypeDefinitionRegistry> vendors() {
    String stated = System.getenv(FOLDER);
    if (stated != null && !stated.isBlank()) {
      return read(Path.of(stated).resolve(FILE));
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Optional<TypeDefinitionRegistry> found =
          read(folder.resolve("shared/api/specs").resolve(FILE));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<TypeDefinitionRegistry> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new SchemaParser().parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TypeDefinitionRegistry part() {
    try (InputStream in =
        Objects.requireNonNull(LinearSchema.class.getResourceAsStream("linear-part.graphql"))) {
      return new SchemaParser().parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Wires(
      Map<String, DataFetcher<?>> queries,
      Map<String, DataFetcher<?>> mutations,
      DataFetcher<?> otherwise)
      implements WiringFactory {
    @Override
    public boolean providesScalar(ScalarWiringEnvironment environment) {
      return !ScalarInfo.isGraphqlSpecifiedScalar(environment.getScalarTypeDefinition().getName());
    }

    @Override
    public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
      return GraphQLScalarType.newScalar()
          .name(environment.getScalarTypeDefinition().getName())
          .coercing(new AsItIs())
          .build();
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
      return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
      return Wires::never;
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
      return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
      return Wires::never;
    }

    @Override
    public boolean providesDataFetcher(FieldWiringEnvironment environment) {
      return answers(environment).containsKey(environment.getFieldDefinition().getName());
    }

    @Override
    public DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
      return Objects.requireNonNull(
          answers(environment).get(environment.getFieldDefinition().getName()));
    }

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
      return otherwise;
    }

    private Map<String, DataFetcher<?>> answers(FieldWiringEnvironment environment) {
      return switch (environment.getParentType().getName()) {
        case "Query" -> queries;
        case "Mutation" -> mutations;
        default -> Map.of();
      };
    }

    private static GraphQLObjectType never(TypeResolutionEnvironment environment) {
      throw new IllegalStateException("nothing of ours is an interface or a union");
    }
  }

  /** Linear's own scalars are texts and trees. */
  private static final class AsItIs implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseLiteral(
        Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
      return value instanceof StringValue text ? text.getValue() : value.toString();
    }
  }
}
