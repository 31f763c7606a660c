package io.followthrough.daemon.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Has the threads of several processes go on one at a time, step by step, in an order that dice
 * decide. Between two steps of one thread any number of steps of the others may be taken.
 */
final class Stage {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "actor");
            thread.setDaemon(true);
            return thread;
          });
  private static final ThreadLocal<Optional<Actor>> ACTOR =
      ThreadLocal.withInitial(Optional::empty);

  private final List<Actor> actors = new ArrayList<>();
  private final Semaphore back = new Semaphore(0);

  /** A thread of a process. */
  final class Actor {
    private final Node node;
    private final Runnable part;
    private final Semaphore turn = new Semaphore(0);
    private boolean done;
    private String effect = "";
    private Optional<Throwable> failure = Optional.empty();

    Actor(Node node, Runnable part) {
      this.node = node;
      this.part = part;
    }

    /** What it is about to have done outside; empty for nothing. */
    String effect() {
      return effect;
    }

    private void run() {
      turn.acquireUninterruptibly();
      ACTOR.set(Optional.of(this));
      try {
        part.run();
      } catch (RuntimeException | Error e) {
        failure = Optional.of(e);
      } finally {
        ACTOR.remove();
        done = true;
        back.release();
      }
    }

    private void waitForTurn(String about) {
      effect = about;
      back.release();
      turn.acquireUninterruptibly();
      effect = "";
    }
  }

  /** Adds a thread, which does nothing before it is its turn. */
  void enter(Node node, Runnable part) {
    Actor actor = new Actor(node, part);
    actors.add(actor);
    THREADS.execute(actor::run);
  }

  /** Holds the calling thread up until it is its turn again; whoever is no actor goes on. */
  static void pause(String effect) {
    ACTOR.get().ifPresent(actor -> actor.waitForTurn(effect));
  }

  /** One step of one thread of those processes that are not held up; false where none is left. */
  boolean step(Random dice, Optional<Node> heldUp) {
    List<Actor> ready =
        actors.stream()
            .filter(actor -> !actor.done && heldUp.filter(actor.node::equals).isEmpty())
            .toList();
    if (ready.isEmpty()) {
      return false;
    }
    Actor next = ready.get(dice.nextInt(ready.size()));
    next.turn.release();
    back.acquireUninterruptibly();
    return true;
  }

  /** The threads of a process that have not ended. */
  List<Actor> of(Node node) {
    return actors.stream().filter(actor -> !actor.done && actor.node.equals(node)).toList();
  }

  /** What went wrong on a thread, death not counted. */
  List<Throwable> failures() {
    return actors.stream().flatMap(actor -> actor.failure.stream()).toList();
  }
}
