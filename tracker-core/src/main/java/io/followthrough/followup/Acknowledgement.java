package io.followthrough.followup;

import static io.followthrough.followup.Phrases.DAY;

import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.time.LocalDate;

/** The words of a reply: what was understood, and what happens now. Built up by one thread. */
final class Acknowledgement {
  private final LocalDate example;
  private Prose prose = Prose.empty();
  private boolean helped;

  /** A reply whose examples name a day some weeks after today. */
  Acknowledgement(LocalDate today) {
    this.example = today.plusWeeks(6);
  }

  /** The reply, with whom to turn to at its foot. */
  Prose prose(String contact) {
    return prose.paragraph(Span.plain("Followthrough. Questions: " + contact));
  }

  void snoozed(LocalDate until) {
    say("Nothing will be asked here before " + DAY.format(until) + ".");
  }

  void blocked(String by) {
    prose =
        prose.paragraph(
            Span.plain("Noted: this waits for " + by + ". Its date is not asked about until "),
            Span.code(Commands.WORD + " unblocked"),
            Span.plain("."));
  }

  void unblocked() {
    say("Noted: nothing is in the way of this any more.");
  }

  void declined(String because, boolean open) {
    say(
        "Noted as declined: "
            + because
            + (because.endsWith(".") ? "" : ".")
            + " Nothing more will be asked here."
            + (open ? " Please close the ticket as not planned, so that it says so too." : ""));
  }

  void resumed() {
    say("Noted: this is followed up as before.");
  }

  void shown(String url, boolean open) {
    prose =
        prose.paragraph(
            Span.plain("Thank you: "),
            Span.link(url, url),
            Span.plain(
                " is kept as what shows that this is done."
                    + (open ? " If nothing is left to do, please close the ticket." : "")));
  }

  void owned(String name, boolean carried) {
    say(
        name
            + " is asked about this from now on."
            + (carried
                ? " The ticket's assignee follows shortly."
                : " Please set the assignee of the ticket as well: that is not ours to change."));
  }

  void stranger(String words) {
    say(
        "“"
            + words
            + "” is nobody whom the configuration knows, or more than one person: the owner is"
            + " unchanged. Please write the handle or the full name of one person, or set the"
            + " assignee of the ticket.");
  }

  void dated(LocalDate day, boolean carried) {
    say(
        "This is due on "
            + DAY.format(day)
            + " now."
            + (carried ? "" : " Please set the date of the ticket as well: that is not ours."));
  }

  void reviewed(LocalDate on) {
    say(
        "On "
            + DAY.format(on)
            + " you will be asked whether this still stands. Until then there are no nudges; a due"
            + " date counts as before.");
  }

  void unclear(Command.Unclear unclear) {
    say(
        (unclear.words().isEmpty()
                ? "Not everything was read: "
                : "“" + unclear.words() + "” was not understood: ")
            + unclear.mend()
            + ".");
    help();
  }

  /** Once in a reply. */
  void help() {
    if (helped) {
      return;
    }
    helped = true;
    say("Each on a line of its own:");
    line("snooze 2w", "nothing is asked for two weeks; or snooze until " + example);
    line("blocked by PAY-12", "what it waits for; later unblocked");
    line("decline because …", "it is no longer meant, and why");
    line("evidence https://…", "what shows that it is done");
    line("owner @bob", "whose it is now");
    line("due " + example, "the date that you believe in");
    line("review " + example, "when to ask whether it still stands");
    line("resume", "neither snoozed nor blocked nor declined any more");
  }

  private void line(String command, String meaning) {
    prose = prose.bullet(Span.code(Commands.WORD + " " + command), Span.plain(": " + meaning));
  }

  private void say(String words) {
    prose = prose.paragraph(Span.plain(words));
  }
}
