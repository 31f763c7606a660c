package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Which lists of a line-based format are open, from the outermost to the innermost. */
final class OpenLists {
  private static final int MAX_DEPTH = 100;

  /**
   * An open list.
   *
   * @param number the number of the list in the document
   */
  record Level(String marker, boolean numbered, int number) {}

  private final IntSupplier numbers;
  private final List<Level> levels = new ArrayList<>();

  /**
   * @param numbers makes the numbers of lists
   */
  OpenLists(IntSupplier numbers) {
    this.numbers = numbers;
  }

  /** How many lists are open. */
  int depth() {
    return levels.size();
  }

  void close() {
    levels.clear();
  }

  /** Closes what is deeper. */
  void closeTo(int depth) {
    while (levels.size() > depth) {
      levels.remove(levels.size() - 1);
    }
  }

  /** An entry whose marker alone says how deep it is, counted from 1; none can skip a level. */
  Level at(int depth, boolean numbered) {
    int level = Math.min(Math.min(depth, levels.size() + 1), MAX_DEPTH);
    closeTo(level);
    if (levels.size() == level && levels.get(level - 1).numbered() != numbered) {
      closeTo(level - 1);
    }
    if (levels.size() < level) {
      levels.add(new Level("", numbered, numbers.getAsInt()));
    }
    return levels.get(level - 1);
  }

  /** An entry whose marker is that of an open list, or begins a list in the innermost one. */
  Level at(String marker, boolean numbered) {
    for (int i = levels.size() - 1; i >= 0; i--) {
      if (levels.get(i).marker().equals(marker)) {
        closeTo(i + 1);
        return levels.get(i);
      }
    }
    closeTo(MAX_DEPTH - 1);
    levels.add(new Level(marker, numbered, numbers.getAsInt()));
    return levels.get(levels.size() - 1);
  }
}
