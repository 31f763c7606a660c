package io.followthrough.daemon.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What happened, line by line where somebody wants to read it, and which fault points were met. */
final class Trace {
  private final boolean told;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> once = new HashSet<>();
  private final NavigableSet<String> points = new TreeSet<>();

  Trace(boolean told) {
    this.told = told;
  }

  void say(Supplier<String> line) {
    if (told) {
      lines.add(line.get());
    }
  }

  /** The same as {@link #say}, once for each line. */
  void sayOnce(Supplier<String> line) {
    if (told && once.add(line.get())) {
      lines.add(line.get());
    }
  }

  /** A place of the program at which something went wrong. */
  void met(String point) {
    points.add(point);
    say(() -> "      ! " + point);
  }

  NavigableSet<String> points() {
    return points;
  }

  String text() {
    return String.join("\n", lines);
  }
}
