package io.followthrough.daemon.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One ticket for one item, one comment for one step, and nothing lost, over random histories of the
 * whole program. {@code -Dfollowthrough.seed=N} plays one of them and prints it, {@code
 * -Dfollowthrough.histories=N} plays so many, {@code -Dfollowthrough.first=N} from that seed on.
 */
final class SimulationTest {
  private static final boolean PROOF = Boolean.getBoolean("followthrough.proof");
  private static final int HISTORIES =
      Integer.getInteger("followthrough.histories", PROOF ? 10_000 : 2_000);

  /** Always the same ones in a build; others at each proof. */
  private static final long FIRST =
      Long.getLong("followthrough.first", PROOF ? System.currentTimeMillis() : 1);

  /** From so many histories on, few places of the program are left that no fault has met. */
  private static final int MANY = 2_000;

  private static final int SHOWN = Integer.getInteger("followthrough.shown", 1);

  @TempDir private Path folder = Path.of("");
  private LogWatch log = LogWatch.begin();

  @BeforeEach
  void silence() {
    log.close();
    log = LogWatch.begin();
  }

  @AfterEach
  void end() {
    log.close();
  }

  @Test
  void everyHistoryKeepsTheLaws() throws IOException {
    keepTheLaws(new Simulator(new Setting(folder)), HISTORIES);
  }

  @Test
  void historiesWithATicketOfEachPostmortemKeepThemToo() throws IOException {
    keepTheLaws(new Simulator(new Setting(folder, true)), Math.max(1, HISTORIES / 8));
  }

  private void keepTheLaws(Simulator simulator, int most) {
    Long seed = Long.getLong("followthrough.seed");
    if (seed != null) {
      System.out.println(simulator.told(History.of(seed)));
    }
    long first = seed == null ? FIRST : seed;
    int histories = seed == null ? most : 1;
    Map<String, List<Long>> broken = new TreeMap<>();
    for (long next = first; next < first + histories; next++) {
      for (Laws.Breach breach : simulator.broken(History.of(next))) {
        broken.computeIfAbsent(breach.law(), law -> new ArrayList<>()).add(next);
      }
    }
    System.out.println(
        histories
            + " histories, seeds from "
            + first
            + ", met "
            + simulator.points().size()
            + " fault points; "
            + log.lines()
            + " log lines");
    if (!broken.isEmpty()) {
      List<String> reports = new ArrayList<>();
      broken.forEach(
          (law, seeds) -> {
            reports.add(law + " is broken by the seeds " + seeds);
            seeds.stream()
                .distinct()
                .limit(SHOWN)
                .forEach(one -> reports.add(simulator.report(History.of(one), law)));
          });
      fail(String.join("\n\n", reports));
    }
    assertTrue(log.lines() > 0, "the log is not read");
    assertEquals(List.of(), log.secrets());
    assertTrue(histories < MANY || simulator.points().size() > 200, simulator.points()::toString);
  }

  @Test
  void theSameSeedIsTheSameHistory() throws IOException {
    Simulator simulator = new Simulator(new Setting(folder));
    for (long seed = 1; seed <= 20; seed++) {
      String once = simulator.told(History.of(seed));
      assertEquals(once, simulator.told(History.of(seed)));
    }
  }
}
