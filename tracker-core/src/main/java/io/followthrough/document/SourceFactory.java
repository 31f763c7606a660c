package io.followthrough.document;

import java.util.Set;

/** Makes sources of some types; found through {@link java.util.ServiceLoader}. */
public interface SourceFactory {
  /**
   * The names of its types in the configuration, such as {@code github} and {@code github-issues}.
   */
  Set<String> sourceTypes();

  /**
   * Makes a source without any call to it.
   *
   * @throws IllegalArgumentException where a setting is wrong, with words for the person who wrote
   *     it
   */
  DocumentSource open(SourceSettings settings);
}
