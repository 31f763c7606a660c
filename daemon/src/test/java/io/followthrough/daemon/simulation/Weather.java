package io.followthrough.daemon.simulation;

import io.followthrough.tracker.Fault;
import io.followthrough.tracker.FaultScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How things go for a while.
 *
 * @param words for whoever reads a history
 */
record Weather(String words, FaultScript script) {
  private static final List<Fault> GUSTS =
      List.of(
          Fault.DIE_BEFORE,
          Fault.DIE_AFTER,
          Fault.LOSE_REPLY,
          Fault.LOSE_REQUEST,
          Fault.LATE,
          Fault.THROTTLED,
          Fault.DENIED,
          Fault.UNAVAILABLE);

  static final Weather CALM = new Weather("calm", FaultScript.never());

  /** Another weather; {@code tooLate} where effects may also arrive after the stated lag. */
  static Weather any(Random dice, boolean tooLate) {
    long seed = dice.nextLong();
    return switch (dice.nextInt(8)) {
      case 0 -> CALM;
      case 1 -> new Weather("it is down", (call, operation) -> Fault.UNAVAILABLE);
      case 2 -> new Weather("it refuses us", (call, operation) -> Fault.DENIED);
      case 3 ->
          new Weather(
              "it refuses some for good",
              FaultScript.random(seed, 0.2, List.of(Fault.REJECTED, Fault.LOSE_REPLY)));
      case 4 -> new Weather("storm", FaultScript.random(seed, 0.6, gusts(tooLate)));
      case 5 -> new Weather("every reply is lost", (call, operation) -> Fault.LOSE_REPLY);
      default -> new Weather("gusts", FaultScript.random(seed, 0.2, gusts(tooLate)));
    };
  }

  private static List<Fault> gusts(boolean tooLate) {
    List<Fault> all = new ArrayList<>(GUSTS);
    if (tooLate) {
      all.add(Fault.TOO_LATE);
    }
    return all;
  }
}
