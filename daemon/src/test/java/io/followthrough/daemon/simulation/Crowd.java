package io.followthrough.daemon.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The two threads of every process at once, step by step in any order. One process may be held up,
 * for longer than its claims last, while the others go on.
 */
final class Crowd {
  /** A claim lasts ten minutes; one of them may have passed before. */
  private static final Duration NEARLY_A_LEASE = Duration.ofMinutes(9);

  private static final List<Move.Kind> MEANWHILE =
      List.of(
          Move.Kind.COMMENT,
          Move.Kind.CLOSE,
          Move.Kind.REDATE,
          Move.Kind.RETITLE,
          Move.Kind.REWORD,
          Move.Kind.REMOVE_ITEM,
          Move.Kind.NEW_ITEM,
          Move.Kind.RENAME_DOCUMENT);

  private final World world;
  private final List<Node> nodes;
  private final Random dice;
  private final Stage stage = new Stage();

  Crowd(World world, List<Node> nodes, Random dice) {
    this.world = world;
    this.nodes = nodes;
    this.dice = dice;
  }

  String play() {
    for (Node node : nodes) {
      Object running = node.house();
      world.trace().say(() -> "    " + node.name() + " is up: " + (running != null));
      if (dice.nextInt(4) == 0) {
        node.dieAfter(1 + dice.nextInt(80));
      }
      stage.enter(node, node::mirror);
      stage.enter(node, node::followUp);
    }
    int holdUpAt = dice.nextInt(2) == 0 ? dice.nextInt(60) : Integer.MAX_VALUE;
    int steps = 0;
    while (stage.step(dice, Optional.empty())) {
      steps++;
      if (dice.nextInt(8) == 0) {
        world.pass(Duration.ofMillis(dice.nextInt(2_000)));
      }
      if (dice.nextInt(60) == 0) {
        world.play(new Move(MEANWHILE.get(dice.nextInt(MEANWHILE.size())), dice.nextLong()));
      }
      if (steps == holdUpAt) {
        holdUp(nodes.get(dice.nextInt(nodes.size())));
      }
    }
    nodes.forEach(Node::live);
    for (Throwable failure : stage.failures()) {
      throw new AssertionError("a thread failed", failure);
    }
    return steps + " steps";
  }

  /** A process is held up wherever it happens to be: a long collection, a laptop that is shut. */
  private void holdUp(Node node) {
    Duration time =
        Duration.ofSeconds(dice.nextInt(2) == 0 ? dice.nextInt(530) : dice.nextInt(9000));
    world.trace().say(() -> "    " + node.name() + " is held up for " + time);
    Instant begun = world.now();
    while (stage.step(dice, Optional.of(node))) {
      world.pass(Duration.ofMillis(dice.nextInt(500)));
    }
    Duration left = time;
    while (!left.isZero() && !left.isNegative()) {
      Duration part = Duration.ofMinutes(40).compareTo(left) < 0 ? Duration.ofMinutes(40) : left;
      world.pass(part);
      left = left.minus(part);
      for (Node other : nodes) {
        if (!other.equals(node)) {
          other.mirror();
          other.followUp();
        }
      }
    }
    Duration gone = Duration.between(begun, world.now());
    boolean beyond = gone.compareTo(NEARLY_A_LEASE) > 0 && nodes.size() > 1;
    for (Stage.Actor actor : stage.of(node)) {
      if (beyond && !actor.effect().isEmpty()) {
        world.trace().met("held up longer than its lease before " + kind(actor.effect()));
        world.excuse(actor.effect());
      } else {
        world.trace().met("held up");
      }
    }
  }

  private static String kind(String effect) {
    return effect.contains("/") ? "a comment" : "a creation";
  }
}
