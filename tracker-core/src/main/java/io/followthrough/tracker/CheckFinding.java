package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

/**
 * One line of a check.
 *
 * @param subject what was looked at, such as {@code token} or {@code assignee alice-m}
 * @param message what was found, and the mend where it is not well
 */
public record CheckFinding(Level level, String subject, String message) {
  /** How bad it is. */
  public enum Level {
    OK,
    WARNING,
    PROBLEM,
  }

  public CheckFinding {
    requireNonNull(level, "level is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(message, "message is null");
  }
}
