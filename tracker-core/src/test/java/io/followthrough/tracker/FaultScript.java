package io.followthrough.tracker;

import java.util.List;
import java.util.Random;

/** Decides for each call to a {@link FaultyTracker} what goes wrong with it. */
@FunctionalInterface
public interface FaultScript {
  /**
   * The fault of a call.
   *
   * @param call 1 for the first call that reaches for the tracker, over all restarts
   * @param operation such as {@code create}, {@code comment overdue} or {@code find}
   */
  Fault at(long call, String operation);

  /** Nothing ever goes wrong. */
  static FaultScript never() {
    return (call, operation) -> Fault.NONE;
  }

  /** One call goes wrong. */
  static FaultScript atCall(long number, Fault fault) {
    return (call, operation) -> call == number ? fault : Fault.NONE;
  }

  /**
   * Calls go wrong at random, the same for the same seed and the same calls.
   *
   * @param rate between 0 (never) and 1 (always)
   */
  static FaultScript random(long seed, double rate, List<Fault> faults) {
    Random random = new Random(seed);
    List<Fault> choice = List.copyOf(faults);
    return (call, operation) ->
        random.nextDouble() < rate ? choice.get(random.nextInt(choice.size())) : Fault.NONE;
  }
}
