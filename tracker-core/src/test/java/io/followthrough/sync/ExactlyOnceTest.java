package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.ledger.MemoryLedger;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.Fault;
import io.followthrough.tracker.FaultScript;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One ticket for one item and one comment for one nudge, whatever dies in between. */
final class ExactlyOnceTest {
  private static final int CALLS = 20;
  private static final List<Fault> RANDOM =
      List.of(
          Fault.DIE_BEFORE,
          Fault.DIE_AFTER,
          Fault.LOSE_REPLY,
          Fault.LOSE_REQUEST,
          Fault.LATE,
          Fault.THROTTLED,
          Fault.DENIED,
          Fault.UNAVAILABLE,
          Fault.HALF);
  private static final Capability[] ONE_BY_ONE = {Capability.CREATE_MANY};

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "REJECTED", "TOO_LATE"})
  void aFaultAtAnyOneCallDoublesAndLosesNothing(Fault fault) {
    for (int call = 1; call <= CALLS; call++) {
      for (Capability[] lacking : new Capability[][] {{}, ONE_BY_ONE}) {
        World world = new World(FaultScript.atCall(call, fault), Duration.ofMinutes(1), lacking);

        world.live();
        world.live();
        world.comeToRest();

        world.check(fault + " at call " + call);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"DIE_BEFORE", "DIE_AFTER", "LATE"})
  void whatNoCreateCallTakesIsSetWhereverTheProcessDies(Fault fault) {
    for (int call = 1; call <= CALLS; call++) {
      World world = new World(FaultScript.atCall(call, fault), Duration.ofMinutes(1));

      world.live();
      world.comeToRest();

      world.check(fault + " at call " + call);
      world.checkWhole(fault + " at call " + call);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 60, 600})
  void randomFaultsDoubleAndLoseNothing(long lagSeconds) {
    int histories = Boolean.getBoolean("followthrough.proof") ? 10_000 : 700;
    Set<String> met = new TreeSet<>();
    for (long seed = 0; seed < histories; seed++) {
      World world =
          new World(
              FaultScript.random(seed, 0.4, RANDOM),
              Duration.ofSeconds(lagSeconds),
              seed % 2 == 0 ? new Capability[] {} : ONE_BY_ONE);
      for (int life = 0; life < 12; life++) {
        world.live();
        world.pass(Duration.ofSeconds(20 + seed % 100));
      }
      world.comeToRest();
      world.check("seed " + seed + " with a lag of " + lagSeconds + " s");
      met.addAll(world.faulty().faultPoints());
    }
    System.out.println(
        histories
            + " histories with a lag of "
            + lagSeconds
            + " s met "
            + met.size()
            + " fault points");
    assertTrue(met.size() >= 24, met::toString);
  }

  @Test
  void creationsThatAreDueTogetherGoInOneCall() {
    World together = new World(FaultScript.never(), Duration.ZERO);
    World oneByOne = new World(FaultScript.never(), Duration.ZERO, ONE_BY_ONE);

    together.live();
    oneByOne.live();

    int comments = World.TITLES.size();
    int completions = World.TITLES.size();
    assertEquals(
        1 + 1 + completions + comments,
        together.faulty().calls(),
        "greeting, creation, completions, comments");
    assertEquals(1 + World.TITLES.size() + completions + comments, oneByOne.faulty().calls());
    together.check("in one call");
    oneByOne.check("one by one");
  }

  @Test
  void aLostLedgerIsFoundAgainByTheMarks() {
    World world = new World(FaultScript.never(), Duration.ZERO);
    world.live();

    world.ledger = new MemoryLedger();
    world.comeToRest();

    world.check("with an empty ledger");
  }
}
