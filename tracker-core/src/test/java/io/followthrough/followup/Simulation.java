package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Weeks of one ticket, looked at again and again; every look is held against the laws. */
final class Simulation {
  /** What was said and when. */
  record Said(Instant at, Notice notice) {}

  final Scene scene;
  final List<Said> said = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, Integer> steps = new HashMap<>();

  Simulation(Scene scene) {
    this.scene = scene;
  }

  /** Looks every so often, the first time at {@code from}, the last before {@code to}. */
  void run(Instant from, Instant to, Duration every) {
    for (Instant now = from; now.isBefore(to); now = now.plus(every)) {
      look(now);
    }
  }

  /** One look, which must keep every law. */
  void look(Instant now) {
    Decision decision = scene.decide(now);
    decision.notice().ifPresent(notice -> hear(now, notice));
    Decision again = scene.look(now);
    assertEquals(Optional.empty(), again.notice(), "said twice at one instant");
    assertEquals(decision.next(), again.next(), "a second look changes nothing");
    assertEquals(List.of(), again.noted(), "a second look finds nothing out");
    decision.next().nextAt().ifPresent(next -> foresees(now, next, decision));
  }

  private void foresees(Instant now, Instant next, Decision decision) {
    assertTrue(next.isAfter(now), "what is due now is said now");
    Instant between = now.plus(Duration.between(now, next).dividedBy(2));
    assertEquals(Optional.empty(), scene.look(between).notice(), "said earlier than foreseen");
    assertEquals(
        decision.next().nextKind(),
        scene.look(next).notice().map(notice -> notice.kind().word()),
        "what was foreseen is said");
  }

  private void hear(Instant now, Notice notice) {
    assertTrue(keys.add(notice.key()), () -> "said twice: " + notice.key());
    assertTrue(scene.policy().calendar().isWorking(now, scene.zone), () -> "out of hours: " + now);
    assertFalse(notice.recipients().isEmpty());
    assertNotEquals("", notice.body().text());
    if (!said.isEmpty()) {
      Instant earliest = scene.spacing.after(said.get(said.size() - 1).at(), scene.zone);
      assertFalse(now.isBefore(earliest), () -> "too soon: " + now + " after " + said);
    }
    if (notice.kind() == Notice.Kind.OVERDUE) {
      int hash = notice.key().lastIndexOf('#');
      int step = Integer.parseInt(notice.key().substring(hash + 1));
      Integer before = steps.put(notice.key().substring(0, hash), step);
      assertTrue(before == null || before < step, "a step back");
    }
    said.add(new Said(now, notice));
  }
}
