package io.followthrough.daemon.config;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.followthrough.daemon.app.Houses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A configuration file in a folder of its own. */
final class Written {
  static final Features NOW = Houses.features();

  /** The keys without which no file is right. */
  static final String REQUIRED =
      """
      installation: acme-sre
      contact: "#reliability"
      """;

  static final String PLACES =
      """
      sources: [{ name: docs, type: directory, path: docs }]
      trackers: [{ name: sandbox, type: embedded }]
      """;

  static final String SMALLEST = REQUIRED + PLACES;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Features features = Features.everything();

  Written(Path folder) {
    this.folder = folder;
  }

  Written with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Written with(Features other) {
    features = other;
    return this;
  }

  Written file(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Configuration load(String yaml) {
    file("followthrough.yaml", yaml);
    return ConfigFile.load(folder.resolve("followthrough.yaml"), environment, features);
  }

  ConfigProblems refused(String yaml) {
    return assertThrows(ConfigProblems.class, () -> load(yaml));
  }

  /** Returns the problems of a file, without its folder. */
  List<String> problems(String yaml) {
    return told(refused(yaml).problems());
  }

  List<String> told(List<Problem> problems) {
    return problems.stream()
        .map(Problem::toString)
        .map(it -> it.replace(folder + "/followthrough.yaml:", "").strip())
        .toList();
  }

  /** Fails if a value of the one is as in the other, so that a mapping test proves nothing. */
  static <T extends Record> T allDiffer(T defaults, T full, String... alike) {
    for (RecordComponent component : defaults.getClass().getRecordComponents()) {
      if (!Set.of(alike).contains(component.getName())) {
        assertNotEquals(value(component, defaults), value(component, full), component.getName());
      }
    }
    return full;
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
