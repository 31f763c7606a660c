package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.util.List;

/**
 * A step of the ladder that an overdue item climbs.
 *
 * @param after how long after the end of the due date, in the owner's zone
 * @param tells who is told, nearest to the work first
 * @param raisePriority whether a priority that we set is raised by one level
 */
public record EscalationStep(Lapse after, List<Role> tells, boolean raisePriority) {
  public EscalationStep {
    requireNonNull(after, "after is null");
    tells = tells.stream().distinct().sorted().toList();
    if (tells.isEmpty()) {
      throw new IllegalArgumentException("a step tells somebody");
    }
  }
}
