package io.followthrough.daemon.simulation;

import io.followthrough.daemon.app.House;
import io.followthrough.ledger.LedgerException;
import io.followthrough.tracker.FaultyTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A process with its own clock, which dies and is started again. */
final class Node implements Steps {
  private final World world;
  private final String name;
  private Optional<House> house = Optional.empty();
  private Duration skew = Duration.ZERO;
  private boolean dying;
  private int lives;
  private long stepsToDeath = Long.MAX_VALUE;

  Node(World world, String name) {
    this.world = world;
    this.name = name;
  }

  String name() {
    return name;
  }

  Instant now() {
    return world.now().plus(skew);
  }

  void setSkew(Duration ahead) {
    skew = ahead;
  }

  Duration skew() {
    return skew;
  }

  /** The process dies at its step of this number from now on. */
  void dieAfter(long steps) {
    stepsToDeath = steps;
  }

  void live() {
    stepsToDeath = Long.MAX_VALUE;
  }

  /** From documents to tickets. */
  void mirror() {
    turn("documents", running -> running.mirror(now()).problems());
  }

  /** From tickets to follow-ups. */
  void followUp() {
    turn("tickets", running -> running.followUp(now()).problems());
  }

  private void turn(String what, Function<House, Iterable<String>> cycle) {
    world.trace().say(() -> "    " + name + " " + what + " at " + now());
    int life = lives;
    try {
      House running = house();
      life = lives;
      for (String problem : cycle.apply(running)) {
        world.trace().sayOnce(() -> "      " + problem);
      }
    } catch (FaultyTracker.Death death) {
      fall(life);
    } catch (LedgerException e) {
      world.trace().say(() -> "      " + e.getMessage());
    }
  }

  /** Starts the process where it is dead. */
  House house() {
    if (house.isEmpty() || dying) {
      dying = false;
      lives++;
      house = Optional.of(world.open(this, name + "-" + lives));
    }
    return house.get();
  }

  /** What is left of an earlier life takes nothing from the present one. */
  private void fall(int life) {
    if (life == lives || house.isEmpty()) {
      dying = true;
      stepsToDeath = Long.MAX_VALUE;
      house = Optional.empty();
    }
  }

  /** All threads of a process die with it, each at the step that it has come to. */
  @Override
  public void reach(String place, String effect) {
    mayDie(place);
    int life = lives;
    Stage.pause(effect);
    if (dying || life != lives) {
      throw new FaultyTracker.Death("with its process");
    }
  }

  @Override
  public void within(String place) {
    mayDie(place);
  }

  private void mayDie(String place) {
    if (dying) {
      throw new FaultyTracker.Death("with its process");
    }
    stepsToDeath--;
    if (stepsToDeath <= 0) {
      world.trace().met(Where.weAre() + ": dies " + place);
      dying = true;
      throw new FaultyTracker.Death(place);
    }
  }
}
