package io.followthrough.daemon.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the question mark of an address. Only short plain words are taken; everything
 * else is as if it were not there.
 */
record Query(Map<String, String> words) {
  private static final Pattern AND = Pattern.compile("&");
  private static final Pattern PAIR = Pattern.compile("([a-z]{1,20})=([0-9A-Za-z-]{1,64})");

  Query {
    words = Map.copyOf(words);
  }

  static Query of(@Nullable String raw) {
    Map<String, String> words = new HashMap<>();
    if (raw != null && raw.length() <= 1_000) {
      AND.splitAsStream(raw)
          .map(PAIR::matcher)
          .filter(pair -> pair.matches())
          .forEach(pair -> words.putIfAbsent(pair.group(1), pair.group(2)));
    }
    return new Query(words);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(words.get(name));
  }
}
