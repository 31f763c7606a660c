package io.followthrough.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reStructuredText document defines anywhere for use everywhere.
 *
 * @param targets addresses by the words that refer to them, in lower case
 * @param words texts by the name between two bars
 */
record RstLinks(Map<String, String> targets, Map<String, String> words) {
  private static final Pattern TARGET =
      Pattern.compile("^\\s*\\.\\. _(?:`([^`]{1,200})`|([^:`]{1,200})): +(\\S{1,2000})\\s*$");
  private static final Pattern WORDS =
      Pattern.compile("^\\s*\\.\\. \\|([^|]{1,100})\\| replace:: +(.{1,200})$");

  static RstLinks of(List<String> lines) {
    Map<String, String> targets = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    for (String line : lines) {
      if (line.stripLeading().startsWith(".. _")) {
        Matcher target = TARGET.matcher(line);
        if (target.find()) {
          String name = target.group(1) == null ? target.group(2) : target.group(1);
          targets.putIfAbsent(key(name), target.group(3));
        }
      } else if (line.stripLeading().startsWith(".. |")) {
        Matcher text = WORDS.matcher(line);
        if (text.find()) {
          words.putIfAbsent(text.group(1), text.group(2).strip());
        }
      }
    }
    return new RstLinks(targets, words);
  }

  /** The address that some words refer to; empty if there is none. */
  String target(String name) {
    return targets.getOrDefault(key(name), "");
  }

  private static String key(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
