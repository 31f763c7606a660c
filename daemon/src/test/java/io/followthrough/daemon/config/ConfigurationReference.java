package io.followthrough.daemon.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of the documentation that has a row for every key, rendered from the schema. */
final class ConfigurationReference {
  private static final String HEAD =
      """
      # Configuration

      One YAML file, `followthrough.yaml`, read whole before anything starts. `followthrough check --offline`
      tells of every problem at once; `followthrough schema` prints the JSON Schema that this page is made from,
      for editors.

      - An unknown key is an error. `on`, `off`, `yes` and `no` are words; numbers stay text where text is wanted.
      - A length of time is `30s`, `5m`, `36h`, `14d`, `2w`, `7y`, or in ISO 8601 as `PT36H`. `d`, `w` and `y` are
        calendar days, weeks and years in the time zone that applies.
      - A secret is `${env:NAME}`, `${file:PATH}` or `${credential:NAME}` (a file in `$CREDENTIALS_DIRECTORY`), and
        never stands in the file itself. It is read anew each time, so that it may rotate.
      - Relative paths start at the file's folder.
      - Plain `http` is allowed for loopback addresses only.
      - *Not yet* marks what this version refuses; a default of that kind is off.
      """;

  private final Features features;
  private final StringBuilder page = new StringBuilder(HEAD);

  private ConfigurationReference(Features features) {
    this.features = features;
  }

  static String render(Schema schema, Features features) {
    ConfigurationReference reference = new ConfigurationReference(features);
    reference.table("The file", schema, "");
    return reference.page.toString();
  }

  private void table(String title, Schema schema, String path) {
    page.append("\n## ").append(title).append("\n");
    if (!schema.description().isEmpty() && !path.isEmpty()) {
      page.append('\n').append(schema.description()).append('\n');
    }
    page.append("\n| key | required | default | meaning |\n| --- | --- | --- | --- |\n");
    Map<String, Schema> sections = new LinkedHashMap<>();
    rows(schema, "", sections);
    sections.forEach((key, section) -> nested(TreeReader.join(path, key), section));
  }

  private void nested(String path, Schema section) {
    Schema of = section.items().orElse(section);
    List<Schema> typed = of.choices().stream().filter(it -> it.types().contains("object")).toList();
    String title = "`" + path + "`";
    if (typed.isEmpty()) {
      table(title, of.others().filter(it -> !it.properties().isEmpty()).orElse(of), path);
    }
    for (Schema choice : typed) {
      table(typed.size() == 1 ? title : title + ", " + typeOf(choice), choice, path);
    }
  }

  private static String typeOf(Schema choice) {
    return "`type: " + choice.property("type").words().get(0) + "`";
  }

  private void rows(Schema schema, String prefix, Map<String, Schema> sections) {
    Map<String, Schema> ordered = new LinkedHashMap<>();
    for (String first : List.of("name", "type")) {
      Optional.ofNullable(schema.properties().get(first)).ifPresent(it -> ordered.put(first, it));
    }
    schema.properties().forEach(ordered::putIfAbsent);
    ordered.forEach(
        (key, property) -> {
          String name = prefix + key;
          row(name, schema.required().contains(key) ? "yes" : "", property);
          if (hasTable(property)) {
            sections.put(name, property);
          } else {
            rows(property.items().orElse(property), name + ".", sections);
          }
        });
  }

  /** Small sections stand in the table of the section around them. */
  private static boolean hasTable(Schema property) {
    Schema of = property.items().orElse(property);
    boolean choice = of.choices().stream().anyMatch(it -> !it.properties().isEmpty());
    boolean named = of.others().filter(it -> !it.properties().isEmpty()).isPresent();
    return choice || named || of.properties().size() > 4;
  }

  private void row(String name, String required, Schema property) {
    boolean isNotYet = property.keyword("x-feature").filter(it -> !features.has(it)).isPresent();
    boolean partly = property.keyword("x-nothing").isPresent();
    String meaning = property.description().strip() + values(property);
    String mark = !isNotYet ? "" : partly ? " *Not yet, but for the default.*" : " *Not yet.*";
    page.append("| `").append(name).append("` | ").append(required).append(" | ");
    property.fallback().ifPresent(it -> page.append('`').append(written(it)).append('`'));
    page.append(" | ").append((meaning + mark).replace("|", "\\|")).append(" |\n");
  }

  private static String values(Schema property) {
    List<String> words = property.items().orElse(property).words();
    return words.size() < 2 || words.contains("on") || words.size() > 10
        ? ""
        : words.stream()
            .map(it -> "`" + it + "`")
            .collect(Collectors.joining(", ", " One of ", "."));
  }

  private static String written(Tree value) {
    if (value instanceof Tree.Sequence list) {
      return list.items().stream()
          .map(ConfigurationReference::written)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Tree.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(it -> it.getKey() + ": " + written(it.getValue().value()))
          .collect(Collectors.joining(", ", "{ ", " }"))
          .replace("{  }", "{}");
    }
    return ((Tree.Scalar) value).text();
  }
}
