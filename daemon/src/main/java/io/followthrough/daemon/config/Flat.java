package io.followthrough.daemon.config;

import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The values of a section and of the sections in it, by keys with dots. */
final class Flat {
  private Flat() {}

  static void gather(Tree.Mapping mapping, String path, BiConsumer<String, String> each) {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              String at = TreeReader.join(path, key);
              if (entry.value() instanceof Tree.Mapping nested) {
                gather(nested, at, each);
              } else {
                each.accept(at, text(entry.value()));
              }
            });
  }

  private static String text(Tree value) {
    if (value instanceof Tree.Sequence list) {
      return list.items().stream().map(Flat::text).collect(Collectors.joining(","));
    }
    return value instanceof Tree.Scalar scalar ? scalar.text() : "";
  }
}
