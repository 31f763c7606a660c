package io.followthrough.daemon.web;

import io.followthrough.ledger.Effect;

/** What is said on a ticket, in words for people. */
final class Said {
  /** What an entry of the outbox will do. */
  static final Effect.Reader<String> OF_EFFECT =
      new Effect.Reader<>() {
        @Override
        public String create(Effect.CreateTicket create) {
          return "The ticket";
        }

        @Override
        public String edit(Effect.EditTicket edit) {
          return "An edit of the ticket";
        }

        @Override
        public String comment(Effect.PostComment comment) {
          return of(comment.kind());
        }

        @Override
        public String amend(Effect.AmendComment amend) {
          return "Other words for a comment";
        }

        @Override
        public String close(Effect.CloseTicket close) {
          return "The closing of the ticket";
        }

        @Override
        public String message(Effect.SendMessage message) {
          return of(message.message().kind());
        }
      };

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
