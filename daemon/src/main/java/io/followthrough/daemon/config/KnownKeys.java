package io.followthrough.daemon.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every key of the schema with where it belongs, for whoever wrote one in the wrong place. */
final class KnownKeys {
  private static final int MOST_LISTED = 16;

  private final Map<String, List<String>> homes = new LinkedHashMap<>();

  KnownKeys(Schema schema) {
    gather(schema, "");
  }

  private void gather(Schema schema, String path) {
    schema
        .properties()
        .forEach(
            (key, property) -> {
              homes.computeIfAbsent(key, it -> new ArrayList<>()).add(path);
              gather(property, TreeReader.join(path, key));
            });
    schema.choices().forEach(it -> gather(it, path));
    schema.items().ifPresent(it -> gather(it, path + "[]"));
    schema.others().ifPresent(it -> gather(it, path + ".*"));
  }

  /** Returns the nearest key that may stand here, or where the key belongs, or what may stand. */
  Optional<String> hint(String key, Collection<String> here, String path) {
    Optional<String> nearest = Nearest.hint(key, here);
    return nearest
        .or(() -> elsewhere(key, path))
        .or(
            () ->
                here.isEmpty() || here.size() > MOST_LISTED
                    ? Optional.empty()
                    : Optional.of("known are " + String.join(", ", here)));
  }

  private Optional<String> elsewhere(String key, String path) {
    String here = path.replaceAll("\\[\\d+\\]", "[]");
    List<String> known = homes.getOrDefault(key, List.of());
    if (known.contains(here)) {
      return Optional.of("it is a key of another `type`");
    }
    return known.stream()
        .min(Comparator.comparingInt(String::length))
        .filter(it -> known.stream().distinct().count() <= 2)
        .map(
            it ->
                it.isEmpty() ? "it belongs at the top of the file" : "it belongs in `" + it + "`");
  }
}
