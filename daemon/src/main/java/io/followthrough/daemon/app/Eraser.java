package io.followthrough.daemon.app;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Filing;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what was sent, as far as it can be: each withdrawal is an effect of its own in the
 * outbox, once. What was said stays said for the follow-up, which does not repeat it.
 */
public final class Eraser {
  /** What our comments become. */
  public static final String WITHDRAWN = "sent in error, withdrawn";

  private static final String WHY = "opened in error, withdrawn by an operator";

  private final String installation;
  private final String person;

  /** An eraser in the hand of a person. */
  public Eraser(String installation, String person) {
    this.installation = requireNonNull(installation, "installation is null");
    this.person = requireNonNull(person, "person is null");
  }

  /**
   * What becomes of one thing that was sent.
   *
   * @param what such as {@code nudge on acme/backend#12}
   * @param effect what takes it back; absent where it is left
   * @param words what happens, or why it is left
   */
  public record Withdrawal(OutboxEntry sent, String what, Optional<Effect> effect, String words) {
    public Withdrawal {
      requireNonNull(sent, "sent is null");
      requireNonNull(what, "what is null");
      requireNonNull(effect, "effect is null");
      requireNonNull(words, "words is null");
    }
  }

  /** What taking back some of what was sent comes to; what was taken back is left out. */
  public List<Withdrawal> plan(Books books, List<OutboxEntry> sent) {
    List<Withdrawal> plan = new ArrayList<>();
    for (OutboxEntry entry : sent) {
      boolean again = books.outbox().find(key(entry)).isPresent();
      if (entry.state() == OutboxState.DONE && !again) {
        withdrawal(books, entry).ifPresent(plan::add);
      }
    }
    return List.copyOf(plan);
  }

  /** Puts a plan on its way; what has not left yet about the same subjects never does. */
  public void obey(Books books, List<Withdrawal> plan, Instant now) {
    for (Withdrawal each : plan) {
      if (each.effect().isEmpty()) {
        continue;
      }
      OutboxEntry sent = each.sent();
      for (OutboxEntry other : books.outbox().of(sent.subject())) {
        boolean ours =
            other.effect() instanceof Effect.AmendComment
                || other.effect() instanceof Effect.CloseTicket;
        if (other.state() == OutboxState.PENDING && other.sentAt().isEmpty() && !ours) {
          boolean done = books.outbox().replace(other, other.superseded("it was retracted", now));
          assert done;
        }
      }
      boolean added =
          books
              .outbox()
              .add(
                  OutboxEntry.pending(
                      key(sent),
                      sent.destination(),
                      sent.subject(),
                      each.effect().orElseThrow(),
                      now));
      if (added) {
        String words = each.what() + ": " + each.words();
        books
            .journal()
            .append(new JournalEntry(now, person, sent.item(), "retracted", words, "retract"));
      }
    }
  }

  private String key(OutboxEntry sent) {
    return EffectKey.retract(installation, sent.subject(), sent.key());
  }

  private Optional<Withdrawal> withdrawal(Books books, OutboxEntry entry) {
    Optional<Filing> filing = filing(books, entry.subject());
    String place = filing.map(it -> it.ref().key()).orElse(entry.destination());
    if (entry.effect() instanceof Effect.PostComment comment) {
      CommentDraft draft =
          new CommentDraft(
              comment.draft().marker(),
              comment.draft().key(),
              Prose.empty().paragraph(Span.plain(WITHDRAWN)));
      return Optional.of(
          new Withdrawal(
              entry,
              comment.kind() + " on " + place,
              Optional.of(new Effect.AmendComment(draft)),
              "becomes \"" + WITHDRAWN + "\""));
    }
    if (entry.effect() instanceof Effect.CreateTicket) {
      Optional<String> left = touched(books, entry.subject(), filing);
      return Optional.of(
          new Withdrawal(
              entry,
              "ticket " + place,
              left.isPresent() ? Optional.empty() : Optional.of(new Effect.CloseTicket(WHY)),
              left.map(why -> "left as it is: " + why).orElse("closed as not planned")));
    }
    if (entry.effect() instanceof Effect.SendMessage message) {
      return Optional.of(
          new Withdrawal(
              entry,
              message.message().kind() + " to " + message.message().to().name(),
              Optional.empty(),
              "left as it is: what was told on a channel cannot be taken back"));
    }
    return Optional.empty();
  }

  private static Optional<Filing> filing(Books books, Subject subject) {
    return subject
        .item()
        .flatMap(books.items()::find)
        .flatMap(item -> item.filing())
        .or(() -> books.ownTickets().find(subject).flatMap(OwnTicket::filing));
  }

  /** Why a ticket is not ours alone any more. */
  private static Optional<String> touched(Books books, Subject subject, Optional<Filing> filing) {
    if (filing.isEmpty() || filing.get().adopted()) {
      return Optional.of("the ticket was there before us");
    }
    Optional<Mirror> mirror = subject.item().flatMap(books.mirrors()::find);
    Optional<Ticket> ticket =
        mirror
            .map(Mirror::ticket)
            .or(() -> books.ownTickets().find(subject).flatMap(OwnTicket::ticket));
    if (ticket.filter(it -> it.state().isClosed()).isPresent()) {
      return Optional.of("it is closed");
    }
    return mirror
        .filter(seen -> seen.humanActAt().isAfter(seen.ticket().createdAt()))
        .map(seen -> "a person has touched it");
  }
}
