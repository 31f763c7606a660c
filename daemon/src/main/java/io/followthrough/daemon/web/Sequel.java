package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.followup.Standing;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import java.util.List;
import java.util.Optional;

/** What happens next to an item, in a sentence; commands stand between backticks. */
final class Sequel {
  private final WebFacts facts;
  private final Times times;

  Sequel(WebFacts facts, Times times) {
    this.facts = facts;
    this.times = times;
  }

  String of(Books books, StatusItem status, List<OutboxEntry> entries) {
    return switch (status.item().stage()) {
      case PROPOSED ->
          status.held().isEmpty()
              ? "It waits until its postmortem counts."
              : "It waits for its postmortem to be mended as said below, and is then read again.";
      case LEARNED -> "Nothing. It is history: no ticket is opened and no message sent for it.";
      case AWARE -> "Nothing. It is known, and nobody committed to it.";
      case DECLINED -> "Nothing. It was declined before it had a ticket.";
      case MERGED -> "It is followed in another document of the same incident.";
      case DONE_AT_BIRTH -> "Nothing. Its postmortem calls it done, so it gets no ticket.";
      case ACCEPTED -> status.ticket().isEmpty() ? unfiled(books, status, entries) : filed(status);
    };
  }

  private String unfiled(Books books, StatusItem status, List<OutboxEntry> entries) {
    if (status.item().removedAt().isPresent()) {
      return "Nothing. It was taken out of its postmortem before it had a ticket.";
    }
    if (entries.stream().anyMatch(entry -> entry.state() == OutboxState.PARKED)) {
      return "Its ticket waits for a person: mend what is said below, then run `followthrough retry`.";
    }
    if (entries.stream().anyMatch(entry -> !entry.state().isSettled())) {
      return "Its ticket is on the way.";
    }
    Optional<String> tracker = status.tracker();
    if (tracker.isEmpty()) {
      return "No tracker takes it: a route has to say where it goes.";
    }
    boolean live =
        facts.liveTracker().test(books, tracker.get())
            && facts.liveSource().test(books, status.item().origin().source());
    return live
        ? "Its ticket is opened in " + Plain.line(tracker.get()) + " once the plan is released."
        : "A person has to confirm before its ticket is opened: run `followthrough confirm`.";
  }

  private String filed(StatusItem status) {
    Standing standing = status.standing();
    return switch (standing.state()) {
      case PROPOSED, ACCEPTED, IN_PROGRESS, BLOCKED, UNKNOWN -> followUp(status);
      case DONE ->
          standing.verified() ? "Nothing. It is done, and something shows it." : unshown(status);
      case DECLINED -> "Nothing. It was declined.";
      case AWARE -> "Nothing. It is known and not committed to.";
      case GONE -> "Nothing. Its ticket is gone, and no other one is opened by itself.";
    };
  }

  private String followUp(StatusItem status) {
    Optional<FollowUpState> state = status.followUp();
    if (state.flatMap(FollowUpState::nextAt).isEmpty()) {
      return "Nothing until its ticket or its postmortem changes.";
    }
    Moment when = times.at(state.flatMap(FollowUpState::nextAt).get());
    String what =
        state.flatMap(FollowUpState::nextKind).map(Said::of).orElse("A look at its ticket");
    return what + ": " + when.text() + " (" + when.distance() + "), unless somebody acts before.";
  }

  private static String unshown(StatusItem status) {
    boolean asked =
        status.followUp().filter(state -> state.asked().contains("evidence")).isPresent();
    return asked
        ? "Evidence was asked for on the ticket; a link there is enough."
        : "Evidence is asked for once; a link on the ticket is enough.";
  }
}
