package io.followthrough.review;

import java.util.List;

/** Counts what it is told, and makes figures of it. Used by one thread, once. */
interface Counter {
  /** Counts a postmortem with its items, all of which belong to the scope. */
  void add(Chapter chapter);

  /** What it came to. */
  List<Figure> figures();
}
