package io.followthrough.daemon.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON Schema of the configuration file, as far as it uses the language: references, types,
 * words, formats, properties, choices and defaults.
 *
 * <p>Our own keywords: {@code x-feature} names what a value asks for, {@code x-nothing} is the
 * pattern of values that ask for nothing, {@code x-declares} and {@code x-refers} name the kind of
 * name that a text introduces or uses.
 */
final class Schema {
  private static final String RESOURCE = "followthrough.schema.json";

  private final Tree.Mapping keywords;
  private final Set<String> types;
  private final List<String> words;
  private final Map<String, Schema> properties = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final List<Schema> choices = new ArrayList<>();
  private final List<Set<String>> alternatives = new ArrayList<>();
  private final Optional<Schema> items;
  private final Optional<Schema> others;
  private final Optional<Schema> names;

  private Schema(Tree.Mapping written, Tree.Mapping definitions) {
    keywords = resolved(written, definitions);
    types = Set.copyOf(texts("type"));
    words = keywords.get("const").isPresent() ? texts("const") : texts("enum");
    required.addAll(texts("required"));
    list("allOf").forEach(it -> include(new Schema(it, definitions)));
    section("properties")
        .ifPresent(it -> it.entries().forEach((key, entry) -> property(key, entry, definitions)));
    for (Tree.Mapping choice : list("oneOf")) {
      Schema schema = new Schema(choice, definitions);
      if (choice.entries().size() == 1 && !schema.required.isEmpty()) {
        alternatives.add(schema.required);
      } else {
        choices.add(schema);
      }
    }
    items = section("items").map(it -> new Schema(it, definitions));
    others = section("additionalProperties").map(it -> new Schema(it, definitions));
    names = section("propertyNames").map(it -> new Schema(it, definitions));
  }

  /** Returns the schema that is part of the program, read once. */
  static Schema ofFile() {
    return Loaded.SCHEMA;
  }

  /** Reads the schema at first use. */
  private static final class Loaded {
    static final Schema SCHEMA = load();
  }

  private static Schema load() {
    Problems problems = new Problems();
    Tree tree = YamlText.read(RESOURCE, text(), problems);
    if (tree instanceof Tree.Mapping root && problems.isEmpty()) {
      Tree.Mapping none = new Tree.Mapping(Map.of(), root.place());
      Tree definitions = root.get("$defs").orElse(none);
      return new Schema(root, definitions instanceof Tree.Mapping found ? found : none);
    }
    throw new IllegalStateException("the schema of the configuration is broken: " + problems.all());
  }

  /** Returns the schema's own text. */
  static String text() {
    try (InputStream in = Schema.class.getResourceAsStream(RESOURCE)) {
      Objects.requireNonNull(in, RESOURCE);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tree.Mapping resolved(Tree.Mapping written, Tree.Mapping definitions) {
    Optional<Tree> reference = written.get("$ref");
    if (reference.isEmpty()) {
      return written;
    }
    String path = ((Tree.Scalar) reference.get()).text();
    Tree target = definitions.get(path.substring("#/$defs/".length())).orElseThrow();
    Map<String, Tree.Entry> merged = new LinkedHashMap<>(((Tree.Mapping) target).entries());
    merged.putAll(written.entries());
    merged.remove("$ref");
    return new Tree.Mapping(merged, written.place());
  }

  private void include(Schema other) {
    properties.putAll(other.properties);
    required.addAll(other.required);
  }

  private void property(String key, Tree.Entry entry, Tree.Mapping definitions) {
    properties.put(key, new Schema((Tree.Mapping) entry.value(), definitions));
  }

  private Optional<Tree.Mapping> section(String keyword) {
    return keywords
        .get(keyword)
        .filter(Tree.Mapping.class::isInstance)
        .map(Tree.Mapping.class::cast);
  }

  private List<Tree.Mapping> list(String keyword) {
    return keywords.get(keyword).map(it -> ((Tree.Sequence) it).items()).orElse(List.of()).stream()
        .map(Tree.Mapping.class::cast)
        .toList();
  }

  private List<String> texts(String keyword) {
    Tree value = keywords.get(keyword).orElse(new Tree.Sequence(List.of(), keywords.place()));
    List<Tree> values = value instanceof Tree.Sequence list ? list.items() : List.of(value);
    return values.stream().map(it -> ((Tree.Scalar) it).text()).toList();
  }

  Optional<String> keyword(String name) {
    return texts(name).stream().findFirst();
  }

  String description() {
    return keyword("description").orElse("");
  }

  Optional<Tree> fallback() {
    return keywords.get("default");
  }

  /** Returns the types of JSON that are allowed; none if all are. */
  Set<String> types() {
    return types;
  }

  /** Returns the only words that are allowed; none if the words are free. */
  List<String> words() {
    return words;
  }

  Optional<Integer> bound(String keyword) {
    return keyword(keyword).map(Integer::valueOf);
  }

  boolean isSecret() {
    return keyword("format").filter("secret"::equals).isPresent();
  }

  Map<String, Schema> properties() {
    return properties;
  }

  /** Returns the schema of a property that is known to be there. */
  Schema property(String key) {
    return Objects.requireNonNull(properties.get(key), key);
  }

  Set<String> required() {
    return required;
  }

  /** Returns the schemas of which exactly one applies. */
  List<Schema> choices() {
    return choices;
  }

  /** Returns the sets of keys of which exactly one must be given whole. */
  List<Set<String>> alternatives() {
    return alternatives;
  }

  Optional<Schema> items() {
    return items;
  }

  /** Returns the schema of values under keys that are not among the properties. */
  Optional<Schema> others() {
    return others;
  }

  /** Returns the schema of such keys. */
  Optional<Schema> names() {
    return names;
  }

  /** Whether the value is of a kind that the types allow. */
  boolean allows(Tree value) {
    if (types.isEmpty() && words.isEmpty()) {
      return true;
    }
    if (value instanceof Tree.Mapping) {
      return types.contains("object");
    }
    if (value instanceof Tree.Sequence) {
      return types.contains("array");
    }
    return !types.contains("object") && !types.contains("array");
  }
}
