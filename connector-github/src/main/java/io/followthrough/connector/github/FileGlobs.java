package io.followthrough.connector.github;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which files are documents: globs of their paths, of which a leading {@code **}{@code /} also
 * stands for no folder at all. Hidden files and folders never are.
 */
final class FileGlobs {
  private final List<PathMatcher> matchers;

  FileGlobs(List<String> globs) {
    this.matchers =
        globs.stream()
            .flatMap(
                glob ->
                    glob.startsWith("**/") ? Stream.of(glob, glob.substring(3)) : Stream.of(glob))
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
  }

  boolean match(String path) {
    return !path.startsWith(".")
        && !path.contains("/.")
        && path.indexOf('\0') < 0
        && matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(path)));
  }
}
