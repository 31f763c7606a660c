package io.followthrough.daemon.web;

/** What is said on a ticket, in words for people. */
final class Said {
  private Said() {}

  /** The name of a kind of comment; one that is not known stands for itself. */
  static String of(String kind) {
    return switch (kind) {
      case "nudge" -> "Nudge";
      case "due-soon" -> "Reminder that it is due soon";
      case "overdue" -> "Overdue step";
      case "evidence" -> "Question for evidence";
      case "removed" -> "Question whether it still stands";
      case "repeat" -> "Word of a repeated incident";
      case "deferred" -> "Word that it was put off again";
      case "done-in-document" -> "Question why it is still open";
      case "blocked" -> "Question about its blocker";
      default -> Plain.line(kind.replace('-', ' '));
    };
  }
}
