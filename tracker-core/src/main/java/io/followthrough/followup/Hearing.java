package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.ledger.Answers;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What an answer on a ticket amounts to. Pure and immutable. */
public final class Hearing {
  private final People people;
  private final String contact;
  private final ZoneId zone;
  private final BiFunction<Person, String, Optional<String>> handles;

  /**
   * A hearing.
   *
   * @param contact whom people turn to, at the foot of each reply
   * @param zone where days are counted for whoever has no zone of their own
   * @param handles the handle of a person in the tracker of a name
   */
  public Hearing(
      People people,
      String contact,
      ZoneId zone,
      BiFunction<Person, String, Optional<String>> handles) {
    this.people = requireNonNull(people, "people is null");
    this.contact = requireNonNull(contact, "contact is null");
    this.zone = requireNonNull(zone, "zone is null");
    this.handles = requireNonNull(handles, "handles is null");
  }

  /**
   * What one comment said to us.
   *
   * @param after what people have answered by now
   * @param reply the acknowledgement
   * @param acts what it was, for the journal
   * @param edits whether the ticket's own fields or our lines in it are to follow
   */
  public record Heard(Answers after, Prose reply, List<Act> acts, boolean edits) {
    public Heard {
      requireNonNull(after, "after is null");
      requireNonNull(reply, "reply is null");
      acts = List.copyOf(acts);
    }
  }

  /** Something that a person decided: the journal's word and a sentence. */
  public record Act(String kind, String words) {
    public Act {
      requireNonNull(kind, "kind is null");
      requireNonNull(words, "words is null");
    }
  }

  /**
   * Takes a comment in; empty where it asks nothing of us.
   *
   * @param before what people had answered by then
   * @param again whether it was heard before, by a ledger that was lost: the ticket may have moved
   *     on since
   */
  public Optional<Heard> hear(
      Comment comment, ActionItem item, Answers before, Ticket ticket, boolean again) {
    LocalDate today = LocalDate.ofInstant(comment.createdAt(), zoneOf(item));
    List<Command> commands = Commands.in(comment.body(), today);
    if (commands.isEmpty()) {
      return Optional.empty();
    }
    Listening listening = new Listening(item, ticket, comment, today, again, before);
    commands.forEach(command -> listening.take(command));
    return Optional.of(listening.heard());
  }

  private ZoneId zoneOf(ActionItem item) {
    return item.owner().flatMap(people::person).flatMap(Person::zone).orElse(zone);
  }

  private final class Listening {
    private final ActionItem item;
    private final Ticket ticket;
    private final String by;
    private final Instant at;
    private final boolean again;
    private final List<Act> acts = new ArrayList<>();
    private final Acknowledgement words;
    private Answers after;
    private boolean edits;

    Listening(
        ActionItem item,
        Ticket ticket,
        Comment comment,
        LocalDate today,
        boolean again,
        Answers before) {
      this.item = item;
      this.ticket = ticket;
      this.by = comment.author().handle();
      this.at = comment.createdAt();
      this.words = new Acknowledgement(today);
      this.again = again;
      this.after = before;
    }

    Heard heard() {
      return new Heard(after, words.prose(contact), acts, edits);
    }

    void take(Command command) {
      if (command instanceof Command.Snooze snooze) {
        after = after.snoozed(snooze.until());
        words.snoozed(snooze.until());
        act("snoozed", "snoozed until " + snooze.until());
      } else if (command instanceof Command.Blocked blocked) {
        after = after.blocked(Optional.of(blocked.by()));
        words.blocked(blocked.by());
        act("blocked", "blocked by " + blocked.by());
      } else if (command instanceof Command.Unblocked) {
        after = after.blocked(Optional.empty());
        words.unblocked();
        act("unblocked", "no longer blocked");
      } else if (command instanceof Command.Decline decline) {
        after = after.declining(new Answers.Declined(decline.because(), by, at));
        words.declined(decline.because(), !ticket.state().isClosed());
        act("declined", "declined because " + decline.because());
      } else if (command instanceof Command.Resume) {
        after = after.resumed();
        words.resumed();
        act("resumed", "followed up as before");
      } else if (command instanceof Command.Evidence evidence) {
        after = after.shown(evidence.url());
        words.shown(evidence.url(), !ticket.state().isClosed());
        act("evidence", "shown by " + evidence.url());
      } else {
        takeField(command);
      }
    }

    private void takeField(Command command) {
      if (command instanceof Command.Owned owned) {
        people
            .find(owned.words())
            .person()
            .ifPresentOrElse(this::own, () -> words.stranger(owned.words()));
      } else if (command instanceof Command.Due due) {
        date(due.on());
      } else if (command instanceof Command.Review review) {
        after = after.reviewed(review.on());
        words.reviewed(review.on());
        act("review", "to be looked at again on " + review.on());
      } else if (command instanceof Command.Unclear unclear) {
        words.unclear(unclear);
      } else {
        words.help();
      }
    }

    private void own(Person person) {
      after =
          after.owned(
              person.name(), again ? Optional.empty() : Optional.of(Answers.handles(ticket)));
      boolean carried = isOurs() && handles.apply(person, tracker()).isPresent();
      edits |= isOurs();
      words.owned(person.name(), carried);
      act("assigned", "given to " + person.name());
    }

    private void date(LocalDate day) {
      boolean told = again && ticket.due().isPresent();
      after = after.dated(day, told ? Optional.empty() : Optional.of(Answers.date(ticket)));
      edits |= isOurs();
      words.dated(day, isOurs() || ticket.due().isEmpty());
      act("re-dated", "due on " + day);
    }

    /** Of a ticket that was there before us no field is ours to change. */
    private boolean isOurs() {
      return item.filing().filter(filing -> !filing.adopted()).isPresent();
    }

    private String tracker() {
      return item.filing().map(Filing::tracker).orElse("");
    }

    private void act(String kind, String sentence) {
      acts.add(new Act(kind, sentence));
    }
  }
}
