package io.followthrough.daemon.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A value whose type only a tracker knows, by the rules of JSON: {@code off} is a word. */
final class Untyped {
  private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d*)\\.\\d+");

  private Untyped() {}

  /** Returns a String, Long, BigDecimal, Boolean, List or Map. */
  static Object of(Tree tree) {
    if (tree instanceof Tree.Sequence list) {
      return list.items().stream().map(Untyped::of).toList();
    }
    if (tree instanceof Tree.Mapping mapping) {
      Map<String, Object> all = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> all.put(key, of(entry.value())));
      return Collections.unmodifiableMap(all);
    }
    Tree.Scalar scalar = (Tree.Scalar) tree;
    return scalar.plain() ? plain(scalar.text()) : scalar.text();
  }

  private static Object plain(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    if (DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
  }
}
