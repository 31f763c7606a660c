package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as it was just read, with what belongs to it; what mirrors are made of.
 *
 * @param comments those that were read with it
 * @param transition who closed or re-opened it, where that was news
 * @param redating who moved its due date, where that was news
 */
record Observation(
    Ticket ticket,
    List<Comment> comments,
    Optional<Transition> transition,
    Optional<Redating> redating) {

  Observation {
    requireNonNull(ticket, "ticket is null");
    comments = List.copyOf(comments);
    requireNonNull(transition, "transition is null");
    requireNonNull(redating, "redating is null");
  }

  /**
   * Asks the tracker, once, who turned what is not as it was seen before. Outside of transactions.
   *
   * @throws io.followthrough.tracker.TrackerException where the history cannot be read
   */
  static Observation of(
      Tracker tracker, Ticket ticket, List<Comment> comments, Optional<Mirror> before) {
    boolean there = ticket.state() != TicketState.GONE;
    boolean wasClosed = before.filter(mirror -> mirror.ticket().state().isClosed()).isPresent();
    boolean turned = wasClosed != ticket.state().isClosed();
    boolean unproven = before.filter(mirror -> isUnproven(mirror, ticket)).isPresent();
    boolean moved = before.filter(it -> !it.ticket().due().equals(ticket.due())).isPresent();
    return new Observation(
        ticket,
        comments,
        there && (turned || unproven) ? tracker.lastTransition(ticket.ref()) : Optional.empty(),
        there && moved ? tracker.lastRedating(ticket.ref()) : Optional.empty());
  }

  /** Closed as done with nothing to show for it, and changed since: perhaps by what shows it. */
  private static boolean isUnproven(Mirror before, Ticket ticket) {
    return ticket.state() == TicketState.DONE
        && before.links().isEmpty()
        && before.transition().filter(turn -> !turn.evidence().isEmpty()).isEmpty()
        && ticket.updatedAt().isAfter(before.ticket().updatedAt());
  }

  /** What was held elsewhere because this item was open is no duplicate any more. */
  private static void judgeAgain(Books books, ActionItem item) {
    books.items().near(item.promise().title()).stream()
        .filter(other -> other.holds().stream().anyMatch(it -> it.rule().equals(Finding.DUPLICATE)))
        .flatMap(other -> books.documents().find(other.origin().documentKey()).stream())
        .forEach(document -> books.documents().put(document.toBeJudged()));
  }

  /** True where an item's ticket was open as last seen, and is closed or gone now. */
  boolean closes(Books books, ItemId item) {
    return ticket.state().isClosed()
        && books.mirrors().find(item).filter(it -> !it.ticket().state().isClosed()).isPresent();
  }

  /**
   * Keeps it as the mirror of an item's ticket, and has the follow-up decide anew where it matters.
   */
  void keep(Books books, String tracker, ActionItem item, Instant now) {
    if (closes(books, item.id())) {
      judgeAgain(books, item);
    }
    Optional<Mirror> before = books.mirrors().find(item.id());
    Answers answers =
        books.followUps().find(item.id()).map(FollowUpState::answers).orElse(Answers.NONE);
    Mirror after = Mirroring.of(before, item, answers, tracker, this, now);
    books.mirrors().put(after);
    Mirroring.news(before, after)
        .forEach(news -> books.journal().append(news.entry(item.id(), now)));
    if (Mirroring.matters(before, after)) {
      OwnPapers.stir(books, item.origin().documentKey(), now);
      books
          .followUps()
          .find(item.id())
          .ifPresent(state -> books.followUps().put(state.decidedAt(now)));
    }
  }
}
