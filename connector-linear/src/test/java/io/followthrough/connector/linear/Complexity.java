package io.followthrough.connector.linear;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/**
 * What a request costs by Linear's rule: a tenth for a property, one for an object, and whatever a
 * connection holds times its {@code first}, which is fifty where nobody says. Source:
 * linear.app/developers/rate-limiting.
 */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class Complexity {
  /** A single request that costs more is refused. */
  static final double MOST = 10_000;

  private static final int UNSTATED = 50;

  private final Document document;
  private final Map<String, Object> variables;

  private Complexity(Document document, Map<String, Object> variables) {
    this.document = document;
    this.variables = variables;
  }

  /** The points of a request. */
  static double of(Document document, Map<String, Object> variables) {
    Complexity complexity = new Complexity(document, variables);
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .mapToDouble(operation -> complexity.below(operation.getSelectionSet()))
        .sum();
  }

  private double below(SelectionSet selections) {
    double points = 0;
    for (Selection<?> selection : selections.getSelections()) {
      points += points(selection);
    }
    return points;
  }

  private double points(Selection<?> selection) {
    if (selection instanceof Field field) {
      return isIncluded(field) ? points(field) : 0;
    }
    if (selection instanceof FragmentSpread spread) {
      return document.getDefinitionsOfType(FragmentDefinition.class).stream()
          .filter(fragment -> fragment.getName().equals(spread.getName()))
          .mapToDouble(fragment -> below(fragment.getSelectionSet()))
          .sum();
    }
    return below(((InlineFragment) selection).getSelectionSet());
  }

  private double points(Field field) {
    if (field.getSelectionSet() == null) {
      return 0.1;
    }
    return isConnection(field)
        ? 1 + first(field) * below(field.getSelectionSet())
        : 1 + below(field.getSelectionSet());
  }

  private static boolean isConnection(Field field) {
    return field.getSelectionSet().getSelectionsOfType(Field.class).stream()
        .anyMatch(child -> child.getName().equals("nodes"));
  }

  private int first(Field field) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals("first")) {
        return value(argument.getValue()) instanceof Number number ? number.intValue() : UNSTATED;
      }
    }
    return UNSTATED;
  }

  private boolean isIncluded(Field field) {
    for (Directive directive : field.getDirectives("include")) {
      if (Boolean.FALSE.equals(value(directive.getArgument("if").getValue()))) {
        return false;
      }
    }
    return true;
  }

  private Object value(Value<?> value) {
    if (value instanceof VariableReference reference) {
      return variables.getOrDefault(reference.getName(), "");
    }
    return value instanceof IntValue number ? number.getValue() : "";
  }
}
