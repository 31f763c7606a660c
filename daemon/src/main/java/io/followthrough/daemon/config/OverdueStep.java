package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.util.List;

/**
 * A step of the ladder after the due date.
 *
 * @param after the due date
 * @param recipients who is told
 * @param raisePriority whether the ticket's priority goes up one level
 */
public record OverdueStep(Lapse after, List<Role> recipients, boolean raisePriority) {
  /** Somebody by what they are to the item. */
  public enum Role {
    OWNER,
    INCIDENT_OWNER,
    SERVICE_OWNER,
    TEAM_LEAD,
    MANAGER,
    LEADERSHIP
  }

  public OverdueStep {
    requireNonNull(after, "after is null");
    recipients = List.copyOf(recipients);
  }

  static OverdueStep of(Section section) {
    return new OverdueStep(
        section.lapse("after"),
        section.texts("notify").stream().map(it -> Section.constant(it, Role.class)).toList(),
        section.isOn("raise-priority"));
  }
}
