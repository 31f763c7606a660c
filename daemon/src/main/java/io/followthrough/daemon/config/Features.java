package io.followthrough.daemon.config;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What this build of the program can do, by the names that the schema's {@code x-feature} uses.
 * What is missing is refused where the file asks for it and off where it would be the default.
 *
 * @param names such as {@code tracker:github}, {@code source:directory} or {@code channels}
 */
public record Features(Set<String> names) {
  private static final String ALL = "*";

  public Features {
    names = Set.copyOf(names);
  }

  /**
   * Returns the features of a program that has these types of source and tracker.
   *
   * @param sources as the file names them, such as {@code directory}
   * @param trackers as the file names them, such as {@code github}
   */
  public static Features of(Set<String> sources, Set<String> trackers) {
    Set<String> names = new LinkedHashSet<>();
    sources.forEach(it -> names.add("source:" + it));
    trackers.forEach(it -> names.add("tracker:" + it));
    return new Features(names);
  }

  /** Returns the features of a program that lacks nothing of which the schema knows. */
  public static Features everything() {
    return new Features(Set.of(ALL));
  }

  /** Returns these features and more. */
  public Features with(String... more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(Set.of(more));
    return new Features(all);
  }

  boolean has(String name) {
    return names.contains(ALL) || names.contains(name);
  }
}
