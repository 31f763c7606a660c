package io.followthrough.daemon.source;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** Patterns of paths below a root; a leading {@code **}{@code /} also stands for no folder. */
final class Globs {
  private static final FileSystem FILES = FileSystems.getDefault();

  private final List<PathMatcher> matchers = new ArrayList<>();

  Globs(List<String> globs) {
    for (String glob : globs) {
      matchers.add(FILES.getPathMatcher("glob:" + glob));
      if (glob.startsWith("**/")) {
        matchers.add(FILES.getPathMatcher("glob:" + glob.substring(3)));
      }
    }
  }

  boolean match(Path path) {
    return matchers.stream().anyMatch(matcher -> matcher.matches(path));
  }
}
