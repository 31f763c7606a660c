package io.followthrough.connector.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation is valid and cheap enough. Linear's own schema is held against them where it lies
 * beside the project; the part of it that lies with the tests always is.
 */
final class OperationTest {
  private static final Map<String, Object> ALL =
      Map.of("withIssues", true, "withComments", true, "withHistory", true);

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anOperationIsValidAndCheapEnough(Operation operation) {
    assertEquals(List.of(), errors(LinearSchema.ours(), operation.document()));
    double points = Complexity.of(Parser.parse(operation.document()), ALL);
    assertTrue(points < 0.75 * Complexity.MOST, operation + " costs " + points);
  }

  @Test
  void whatIsNotInTheSchemaIsFound() {
    String wrong = Operation.READ_ISSUE.document().replace("dueDate", "dueOn");

    assertEquals(1, errors(LinearSchema.ours(), wrong).size());
  }

  @Test
  void aPollCostsAsMuchAsTheRuleSays() {
    double points = Complexity.of(Parser.parse(Operation.READ_CHANGES.document()), ALL);

    assertEquals(7_052, points, 0.5);
  }

  @TestFactory
  Stream<DynamicTest> linearsOwnSchema() {
    if (LinearSchema.whole().isEmpty()) {
      assertTrue(
          !"1".equals(System.getenv(LinearSchema.REQUIRED)),
          "Linear's schema is not beside the project");
      System.out.println("Linear's schema is not beside the project: its suite is left out.");
      return Stream.empty();
    }
    TypeDefinitionRegistry whole = LinearSchema.whole().get();
    Stream<DynamicTest> operations =
        Stream.of(Operation.values())
            .map(
                operation ->
                    dynamicTest(
                        operation + " is in Linear's schema",
                        () -> assertEquals(List.of(), errors(whole, operation.document()))));
    Stream<DynamicTest> types =
        LinearSchema.ours().types().values().stream()
            .map(type -> dynamicTest(type.getName() + " is Linear's", () -> isPartOf(type, whole)));
    return Stream.concat(operations, types);
  }

  private static void isPartOf(TypeDefinition<?> ours, TypeDefinitionRegistry whole) {
    TypeDefinition<?> theirs = Optional.ofNullable(whole.types().get(ours.getName())).orElseThrow();
    assertTrue(new TreeSet<>(lines(theirs)).containsAll(lines(ours)), lines(ours)::toString);
  }

  /** A line for each field, each argument and each value. */
  private static List<String> lines(TypeDefinition<?> type) {
    if (type instanceof ObjectTypeDefinition object) {
      return object.getFieldDefinitions().stream()
          .flatMap(
              field ->
                  Stream.concat(
                      Stream.of(field.getName() + ": " + AstPrinter.printAst(field.getType())),
                      field.getInputValueDefinitions().stream()
                          .map(argument -> field.getName() + "/" + line(argument))))
          .toList();
    }
    if (type instanceof InputObjectTypeDefinition input) {
      return input.getInputValueDefinitions().stream().map(OperationTest::line).toList();
    }
    if (type instanceof EnumTypeDefinition words) {
      return words.getEnumValueDefinitions().stream().map(value -> value.getName()).toList();
    }
    assertTrue(type instanceof ScalarTypeDefinition, type.getName());
    return List.of();
  }

  private static String line(InputValueDefinition value) {
    return value.getName() + ": " + AstPrinter.printAst(value.getType());
  }

  private static List<ValidationError> errors(TypeDefinitionRegistry types, String document) {
    GraphQLSchema schema = LinearSchema.executable(types, Map.of(), Map.of(), environment -> "");
    return new Validator().validateDocument(schema, Parser.parse(document), Locale.ROOT);
  }
}
