package io.followthrough.daemon.cycle;

import io.followthrough.item.Person;
import io.followthrough.item.Words;
import io.followthrough.ledger.Subject;
import io.followthrough.notify.Message;
import io.followthrough.notify.Recipient;
import io.followthrough.plan.Drafts;
import io.followthrough.review.Period;
import io.followthrough.review.Review;
import io.followthrough.review.ReviewProse;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** How reviews and planning lists look as tickets and messages. */
public final class ReviewDrafts {
  private static final String LABEL = "reliability-review";

  private final String installation;
  private final String contact;
  private final BiFunction<Person, String, Optional<String>> handles;

  /**
   * Drafts of an installation.
   *
   * @param handles what a person is called in a tracker
   */
  public ReviewDrafts(
      String installation, String contact, BiFunction<Person, String, Optional<String>> handles) {
    this.installation = installation;
    this.contact = contact;
    this.handles = handles;
  }

  /** The ticket of a review. */
  TicketDraft ticket(
      Review review,
      Subject subject,
      String tracker,
      List<Person> recipients,
      Optional<Span> last) {
    List<Span> to = addressed(recipients, tracker);
    Prose address = to.isEmpty() ? Prose.empty() : Prose.empty().with(Prose.Shape.PARAGRAPH, to);
    Prose block = address.and(ReviewProse.ofTicket(review, last, foot(command(review))));
    return draft(subject, review.title(), block, tracker, recipients);
  }

  /** The ticket of a planning list. */
  TicketDraft planning(
      Subject subject, String title, Prose block, String tracker, Optional<Person> lead) {
    return draft(subject, title, block, tracker, lead.stream().toList());
  }

  private TicketDraft draft(
      Subject subject, String title, Prose block, String tracker, List<Person> people) {
    return new TicketDraft(
        new Marker(
            installation,
            subject.value(),
            Words.fingerprint(subject.value()),
            Drafts.titlePrint(title)),
        title,
        block,
        people.stream().flatMap(person -> handles.apply(person, tracker).stream()).findFirst(),
        Optional.empty(),
        Optional.empty(),
        List.of(LABEL),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whom it is for, each as the tracker notifies people, and a colon. */
  List<Span> addressed(List<Person> people, String tracker) {
    List<Span> to = new ArrayList<>();
    for (Person person : people) {
      if (!to.isEmpty()) {
        to.add(Span.plain(", "));
      }
      to.add(
          handles
              .apply(person, tracker)
              .map(handle -> Span.mention(person.name(), handle))
              .orElse(Span.plain(person.name())));
    }
    if (!to.isEmpty()) {
      to.add(Span.plain(": "));
    }
    return to;
  }

  /** What a channel is told of a review. */
  Message message(String key, Review review, Recipient to, Instant now) {
    return new Message(
        key,
        "review",
        to,
        now,
        review.title(),
        ReviewProse.ofTicket(review, Optional.empty(), foot(command(review))),
        List.of(),
        "",
        Optional.empty());
  }

  /** The words at the end: where the rest is, and whom to ask. */
  Span foot(String where) {
    return Span.plain(where + " Questions about Followthrough: " + contact);
  }

  private static String command(Review review) {
    Period period = review.period();
    return "All figures: followthrough report --period "
        + period.kind().word()
        + " --at "
        + period.first()
        + ".";
  }
}
