package io.followthrough.daemon.config;

import static io.followthrough.daemon.config.TreeReader.join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The walk over the file along its schema. Every problem is told with its place; what is wrong
 * becomes {@link Tree.Broken}, and what was left out takes its default, so that the rest of the
 * file can be looked at too.
 */
final class SchemaCheck {
  private final String file;
  private final ScalarCheck scalars;
  private final Names names;
  private final Features features;
  private final KnownKeys knownKeys;
  private final Problems problems;
  private final Problems notYet;

  SchemaCheck(
      String file,
      ScalarCheck scalars,
      Names names,
      Features features,
      KnownKeys knownKeys,
      Problems problems,
      Problems notYet) {
    this.file = file;
    this.scalars = scalars;
    this.names = names;
    this.features = features;
    this.knownKeys = knownKeys;
    this.problems = problems;
    this.notYet = notYet;
  }

  /** Returns the value with its defaults, or a broken one if problems were told. */
  Tree check(Tree value, Schema schema, String path) {
    if (value instanceof Tree.Broken) {
      return value;
    }
    if (lacks(schema) && asks(value, schema)) {
      notYet(value, schema, path);
    }
    if (!schema.choices().isEmpty()) {
      return choose(value, schema, path);
    }
    if (value instanceof Tree.Scalar nothing && nothing.isNothing() && path.endsWith("]")) {
      return broken(
          value, path, "nothing is given", "a value that begins with # must be in quotes");
    }
    if (!schema.allows(value)) {
      boolean unquoted = schema.types().contains("string") && value instanceof Tree.Mapping;
      String found = "expected " + Expected.of(schema) + ", found " + value.kind();
      return unquoted ? broken(value, path, found, "put it in quotes") : broken(value, path, found);
    }
    if (value instanceof Tree.Mapping mapping) {
      return mapping(mapping, schema, path);
    }
    if (value instanceof Tree.Sequence sequence) {
      return sequence(sequence, schema, path);
    }
    Tree.Scalar scalar = (Tree.Scalar) value;
    Optional<Problem> problem = scalars.problem(scalar, schema, path);
    problem.ifPresent(problems::add);
    return problem.isPresent() ? new Tree.Broken(value.place()) : named(scalar, schema, path);
  }

  private Tree named(Tree.Scalar scalar, Schema schema, String path) {
    schema.keyword("x-declares").ifPresent(kind -> names.declare(kind, scalar, path));
    schema.keyword("x-refers").ifPresent(kind -> names.use(kind, scalar, path));
    return scalar;
  }

  private Tree choose(Tree value, Schema schema, String path) {
    List<Schema> fitting = schema.choices().stream().filter(it -> it.allows(value)).toList();
    if (fitting.isEmpty()) {
      return broken(value, path, "expected " + Expected.of(schema) + ", found " + value.kind());
    }
    if (fitting.size() > 1) {
      return chooseByType((Tree.Mapping) value, fitting, path);
    }
    Schema only = fitting.get(0);
    boolean unknownWord =
        value instanceof Tree.Scalar scalar
            && !only.words().isEmpty()
            && !only.words().contains(scalar.text());
    if (unknownWord) {
      String word = ((Tree.Scalar) value).text();
      Place place = value.place();
      String message = "expected " + Expected.of(schema) + ScalarCheck.found(word);
      problems.add(
          Problem.of(place, path, message, Nearest.hint(word, Expected.telling(only.words()))));
      return new Tree.Broken(place);
    }
    return check(value, only, path);
  }

  private Tree chooseByType(Tree.Mapping value, List<Schema> choices, String path) {
    Map<String, Schema> byType = new LinkedHashMap<>();
    choices.forEach(it -> byType.put(typeOf(it), it));
    Tree given = value.get("type").orElse(new Tree.Scalar("", true, value.place()));
    if (given instanceof Tree.Scalar type && byType.containsKey(type.text())) {
      return check(value, byType.get(type.text()), path);
    }
    if (!(given instanceof Tree.Broken)) {
      Set<String> built = new LinkedHashSet<>(byType.keySet());
      boolean missing = given instanceof Tree.Scalar type && type.isNothing();
      String word = given instanceof Tree.Scalar type ? type.text() : "";
      problems.add(
          given.place(),
          join(path, "type"),
          missing ? "is required" : "expected " + Expected.oneOf(built) + ScalarCheck.found(word),
          Nearest.hint(word, built).orElse("known are " + String.join(", ", built)));
    }
    value
        .get("name")
        .ifPresent(it -> check(it, choices.get(0).property("name"), join(path, "name")));
    return new Tree.Broken(value.place());
  }

  private static String typeOf(Schema choice) {
    return Optional.ofNullable(choice.properties().get("type"))
        .flatMap(it -> it.words().stream().findFirst())
        .orElse("");
  }

  private Tree sequence(Tree.Sequence sequence, Schema schema, String path) {
    if (sequence.items().size() < schema.bound("minItems").orElse(0)) {
      return broken(sequence, path, "expected at least one entry");
    }
    List<Tree> items = new ArrayList<>();
    for (Tree item : sequence.items()) {
      String at = path + "[" + items.size() + "]";
      items.add(schema.items().map(it -> check(item, it, at)).orElse(item));
    }
    return new Tree.Sequence(items, sequence.place());
  }

  private Tree mapping(Tree.Mapping mapping, Schema schema, String path) {
    Map<String, Tree.Entry> checked = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) ->
                entry(entry, schema, path)
                    .ifPresent(it -> checked.put(key, new Tree.Entry(entry.key(), it))));
    tellMissing(mapping, schema, path);
    tellAlternatives(mapping, schema, path);
    if (mapping.entries().size() < schema.bound("minProperties").orElse(0)) {
      problems.add(mapping.place(), path, "expected at least one key");
    }
    return withDefaults(new Tree.Mapping(checked, mapping.place()), schema, path);
  }

  private Optional<Tree> entry(Tree.Entry entry, Schema schema, String path) {
    String key = entry.key().text();
    String at = join(path, key);
    Optional<Schema> known = Optional.ofNullable(schema.properties().get(key)).or(schema::others);
    if (known.isEmpty()) {
      String message = "is not a known key";
      Place place = entry.key().place();
      Optional<String> hint = knownKeys.hint(key, schema.properties().keySet(), path);
      problems.add(Problem.of(place, at, message, hint));
      return Optional.empty();
    }
    if (entry.value() instanceof Tree.Scalar value && value.isNothing()) {
      if (schema.required().contains(key) || !schema.properties().containsKey(key)) {
        String hint = "a value that begins with # must be in quotes";
        problems.add(entry.key().place(), at, "nothing is given", hint);
      }
      return Optional.empty();
    }
    schema.names().ifPresent(it -> named(entry.key(), it, at));
    return Optional.of(check(entry.value(), known.get(), at));
  }

  private void tellMissing(Tree.Mapping mapping, Schema schema, String path) {
    for (String key : schema.required()) {
      if (!mapping.entries().containsKey(key)) {
        String expected = "expected " + Expected.of(schema.property(key));
        problems.add(mapping.place(), join(path, key), "is required; " + expected);
      }
    }
  }

  private void tellAlternatives(Tree.Mapping mapping, Schema schema, String path) {
    long given =
        schema.alternatives().stream().filter(mapping.entries().keySet()::containsAll).count();
    if (!schema.alternatives().isEmpty() && given != 1) {
      String expected =
          schema.alternatives().stream()
              .map(it -> it.stream().map(key -> "`" + key + "`").collect(Collectors.joining(", ")))
              .collect(Collectors.joining(", or "));
      problems.add(
          mapping.place(),
          path,
          "expected " + (given == 0 ? "either " : "only one of ") + expected);
    }
  }

  private Tree.Mapping withDefaults(Tree.Mapping mapping, Schema schema, String path) {
    Tree.Mapping filled = mapping;
    for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
      String key = property.getKey();
      Schema of = property.getValue();
      if (filled.get(key).isEmpty() && of.fallback().isPresent()) {
        filled = filled.with(key, fallback(of.fallback().get(), of, join(path, key), mapping));
      }
    }
    return filled;
  }

  private Tree fallback(Tree fallback, Schema schema, String path, Tree.Mapping section) {
    if (lacks(schema) && asks(fallback, schema)) {
      String message = "is off: its default is not yet in this version";
      notYet.add(new Problem(file, 0, 0, path, message, Optional.empty()));
      return new Tree.Scalar("off", true, section.place());
    }
    return check(fallback, schema, path);
  }

  private boolean lacks(Schema schema) {
    return schema.keyword("x-feature").filter(it -> !features.has(it)).isPresent();
  }

  private static boolean asks(Tree value, Schema schema) {
    if (value instanceof Tree.Scalar scalar) {
      String nothing = schema.keyword("x-nothing").orElse("^(off|no|false)$");
      return !scalar.isNothing() && !scalar.text().matches(nothing + ".*");
    }
    return value instanceof Tree.Sequence list
        ? !list.items().isEmpty()
        : value instanceof Tree.Mapping mapping && !mapping.entries().isEmpty();
  }

  private void notYet(Tree value, Schema schema, String path) {
    boolean ofItself = value instanceof Tree.Scalar && !schema.isSecret();
    String what = ofItself ? "`" + ScalarCheck.shown(((Tree.Scalar) value).text()) + "` " : "";
    problems.add(value.place(), path, what + "is not yet in this version");
  }

  private Tree broken(Tree value, String path, String message) {
    problems.add(value.place(), path, message);
    return new Tree.Broken(value.place());
  }

  private Tree broken(Tree value, String path, String message, String hint) {
    problems.add(value.place(), path, message, hint);
    return new Tree.Broken(value.place());
  }
}
