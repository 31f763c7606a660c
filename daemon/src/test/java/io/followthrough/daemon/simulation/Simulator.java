package io.followthrough.daemon.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Plays histories, and makes those that break a law as short as they can be. */
final class Simulator {
  private final Setting setting;
  private final NavigableSet<String> points = new TreeSet<>();

  Simulator(Setting setting) {
    this.setting = setting;
  }

  /** Every fault point that any history has met. */
  NavigableSet<String> points() {
    return points;
  }

  /** Which laws a history breaks. */
  List<Laws.Breach> broken(History history) {
    return play(history, new Trace(false));
  }

  private List<Laws.Breach> play(History history, Trace trace) {
    World world = new World(history, setting, trace);
    try {
      for (Move move : history.moves()) {
        world.play(move);
      }
      world.comeToRest();
      List<Laws.Breach> broken = Laws.broken(world);
      world.tell();
      broken.forEach(line -> trace.say(() -> "BROKEN " + line));
      return broken;
    } catch (RuntimeException | AssertionError e) {
      String words = "failed: " + e + (e.getCause() == null ? "" : ": " + e.getCause());
      trace.say(() -> words + "\n" + List.of(e.getStackTrace()));
      return List.of(new Laws.Breach("nothing fails", words));
    } finally {
      points.addAll(world.points());
      world.store().close();
    }
  }

  /** A history as text, with what it breaks at its end. */
  String told(History history) {
    Trace trace = new Trace(true);
    List<Laws.Breach> broken = play(history, trace);
    return trace.text() + "\n" + broken.size() + " laws are broken";
  }

  /** The shortest history that still breaks the same law, found by leaving moves out. */
  History shortened(History history, String law) {
    History shortest = history;
    for (int part = history.moves().size() / 2; part > 0; part /= 2) {
      for (int from = 0; from < shortest.moves().size(); ) {
        int to = Math.min(from + part, shortest.moves().size());
        History shorter = shortest.without(from, to);
        if (broken(shorter).stream().anyMatch(breach -> breach.law().equals(law))) {
          shortest = shorter;
        } else {
          from = to;
        }
      }
    }
    return shortest;
  }

  /** What to print of a history that breaks a law. */
  String report(History history, String law) {
    History shortest = shortened(history, law);
    List<String> lines = new ArrayList<>();
    lines.add("seed " + history.seed() + " breaks a law: " + broken(history));
    lines.add("the same with -Dfollowthrough.seed=" + history.seed() + "; shortened, it is:");
    lines.add(told(shortest));
    return String.join("\n", lines);
  }
}
