package io.followthrough.daemon.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration file on its way to a {@link Configuration}. */
public final class ConfigFile {
  /** The lists of the file by the kind of name that they introduce. */
  private static final Map<String, String> LISTS =
      Map.of(
          "sources", "source",
          "trackers", "tracker",
          "people", "person",
          "teams", "team",
          "channels", "channel",
          "follow-up", "profile");

  private final Path file;
  private final Path folder;
  private final Map<String, String> environment;
  private final Features features;
  private final Problems problems = new Problems();
  private final Problems warnings = new Problems();
  private final Problems notYet = new Problems();

  private ConfigFile(Path file, Map<String, String> environment, Features features) {
    this.file = file;
    this.folder = file.toAbsolutePath().normalize().resolveSibling("");
    this.environment = environment;
    this.features = features;
  }

  /**
   * Reads the file whole.
   *
   * @param file relative paths in it start at its folder
   * @param environment the variables that secrets may come from; kept and read again whenever a
   *     secret is revealed
   * @param features what this program can do
   * @throws ConfigProblems with all that is wrong
   */
  public static Configuration load(Path file, Map<String, String> environment, Features features) {
    return new ConfigFile(file, environment, features).load();
  }

  /** Returns the JSON Schema of the file. */
  public static String schema() {
    return Schema.text();
  }

  private Configuration load() {
    Schema schema = Schema.ofFile();
    if (Files.notExists(file)) {
      Optional<String> hint = Optional.of("`followthrough init` writes one");
      throw new ConfigProblems(
          List.of(new Problem(file.toString(), 0, 0, "", "there is no such file", hint)));
    }
    Optional<String> text = TextFile.read(file, file.toString(), YamlText.LARGEST, problems);
    Tree written = text.map(this::parse).orElse(new Tree.Broken(Place.startOf(file.toString())));
    if (written instanceof Tree.Mapping root) {
      written = withPeople(root, schema);
    }
    Names names = new Names(problems, warnings);
    ScalarCheck scalars = new ScalarCheck(new Formats(folder, environment));
    KnownKeys keys = new KnownKeys(schema);
    Tree checked =
        new SchemaCheck(file.toString(), scalars, names, features, keys, problems, notYet)
            .check(written, schema, "");
    if (written instanceof Tree.Mapping root) {
      LISTS.forEach((key, kind) -> believeBroken(root, key, kind, names));
    }
    names.settle();
    if (checked instanceof Tree.Mapping root) {
      new Meaning(root, problems, warnings).check();
      checkTemplates(root);
      if (problems.isEmpty()) {
        Section section = new Section(root, folder, environment);
        return Configuration.of(section, notYet.all(), warnings.all());
      }
    }
    throw new ConfigProblems(problems.all());
  }

  private void checkTemplates(Tree.Mapping root) {
    if (root.get("trackers").orElse(root) instanceof Tree.Sequence trackers) {
      for (Tree tracker : trackers.items()) {
        if (tracker instanceof Tree.Mapping mapping
            && mapping.get("templates").orElse(mapping) instanceof Tree.Scalar name) {
          TemplateFolder.read(folder.resolve(name.text()), name.text(), problems);
        }
      }
    }
  }

  private static void believeBroken(Tree.Mapping root, String key, String kind, Names names) {
    if (root.get(key).filter(Tree.Broken.class::isInstance).isPresent()) {
      names.believe(kind);
      names.believe("destination");
    }
  }

  private Tree parse(String text) {
    return YamlText.read(file.toString(), text, problems);
  }

  private Tree.Mapping withPeople(Tree.Mapping root, Schema schema) {
    Tree named = root.get("people-file").orElse(root);
    Tree people = root.get("people").orElse(new Tree.Sequence(List.of(), root.place()));
    Schema person = schema.property("people").items().orElseThrow();
    boolean isNothing = people instanceof Tree.Scalar scalar && scalar.isNothing();
    if (!(named instanceof Tree.Scalar name)
        || !isFile(name.text())
        || !(isNothing || people instanceof Tree.Sequence)) {
      return root;
    }
    List<Tree> all =
        new ArrayList<>(people instanceof Tree.Sequence given ? given.items() : List.of());
    TextFile.read(folder.resolve(name.text()), name.text(), YamlText.LARGEST, problems)
        .ifPresent(text -> all.addAll(new PeopleFile(person).read(name.text(), text, problems)));
    return root.with("people", new Tree.Sequence(all, people.place()));
  }

  private boolean isFile(String name) {
    try {
      return Files.isRegularFile(folder.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
