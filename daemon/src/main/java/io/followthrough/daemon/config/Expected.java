package io.followthrough.daemon.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema expects, in the words of a message. */
final class Expected {
  private static final Set<String> SWITCH = Set.of("on", "off", "yes", "no", "true", "false");

  private Expected() {}

  static String of(Schema schema) {
    if (!schema.choices().isEmpty()) {
      return schema.choices().stream()
          .map(Expected::of)
          .distinct()
          .collect(Collectors.joining(" or "));
    }
    if (!schema.words().isEmpty()) {
      return oneOf(schema.words());
    }
    if (schema.types().contains("object")) {
      Set<String> keys = schema.properties().keySet();
      return keys.isEmpty() || keys.size() > 6
          ? "a section with keys"
          : "a section with the keys " + String.join(", ", keys);
    }
    if (schema.types().contains("array")) {
      return "a list";
    }
    return schema.types().contains("integer")
        ? "a whole number"
        : schema.isSecret()
            ? "a secret as ${env:NAME}, ${file:PATH} or ${credential:NAME}"
            : "text";
  }

  /** Returns the words that somebody may have meant; a switch has too many that are near. */
  static List<String> telling(List<String> words) {
    return words.stream().filter(it -> !SWITCH.contains(it)).toList();
  }

  static String oneOf(Collection<String> words) {
    Set<String> distinct = new LinkedHashSet<>(words);
    if (distinct.equals(SWITCH)) {
      return "on or off";
    }
    if (SWITCH.containsAll(distinct)) {
      return "off";
    }
    List<String> all = List.copyOf(distinct);
    int last = all.size() - 1;
    return all.size() == 1
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }
}
