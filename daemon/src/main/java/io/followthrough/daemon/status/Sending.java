package io.followthrough.daemon.status;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Filing;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One effect that happened, as people are told of it.
 *
 * @param at when it was known to have happened
 * @param kind {@code created}, {@code edited}, {@code amended}, {@code closed}, or what was said
 * @param destination the tracker or channel
 * @param place the ticket's key, else empty
 * @param title of the item or of the ticket of our own
 * @param to the people it speaks to
 * @param why the decision that it follows from, else empty
 */
public record Sending(
    Instant at,
    String kind,
    String destination,
    String place,
    String title,
    List<String> to,
    String why,
    String key) {
  public Sending {
    requireNonNull(at, "at is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(destination, "destination is null");
    requireNonNull(place, "place is null");
    requireNonNull(title, "title is null");
    to = List.copyOf(to);
    requireNonNull(why, "why is null");
    requireNonNull(key, "key is null");
  }

  /** What was sent in a period, oldest first. */
  public static List<Sending> between(Books books, Instant from, Instant to) {
    return books.outbox().doneBetween(from, to).stream().map(entry -> of(books, entry)).toList();
  }

  private static Sending of(Books books, OutboxEntry entry) {
    Optional<OwnTicket> own = books.ownTickets().find(entry.subject());
    Optional<Filing> filing =
        entry
            .item()
            .flatMap(books.items()::find)
            .flatMap(item -> item.filing())
            .or(() -> own.flatMap(OwnTicket::filing));
    String title =
        entry
            .item()
            .flatMap(books.items()::find)
            .map(item -> item.promise().title())
            .or(() -> own.map(OwnTicket::title))
            .orElse(entry.subject().value());
    return new Sending(
        entry.settledAt().orElse(entry.createdAt()),
        kind(entry.effect()),
        entry.destination(),
        filing.map(it -> it.ref().key()).orElse(""),
        title,
        to(entry.effect()),
        why(books, entry),
        entry.key());
  }

  private static String kind(Effect effect) {
    return effect.accept(
        new Effect.Reader<String>() {
          @Override
          public String create(Effect.CreateTicket create) {
            return "created";
          }

          @Override
          public String edit(Effect.EditTicket edit) {
            return "edited";
          }

          @Override
          public String comment(Effect.PostComment comment) {
            return comment.kind();
          }

          @Override
          public String amend(Effect.AmendComment amend) {
            return "amended";
          }

          @Override
          public String close(Effect.CloseTicket close) {
            return "closed";
          }

          @Override
          public String message(Effect.SendMessage message) {
            return message.message().kind();
          }
        });
  }

  private static List<String> to(Effect effect) {
    if (effect instanceof Effect.SendMessage message) {
      return List.of(message.message().to().name());
    }
    if (effect instanceof Effect.CreateTicket create) {
      return create.draft().assignee().map(List::of).orElse(List.of());
    }
    return effect instanceof Effect.PostComment comment
        ? mentioned(comment.draft().body())
        : List.of();
  }

  private static List<String> mentioned(Prose body) {
    return body.lines().stream()
        .flatMap(line -> line.spans().stream())
        .filter(span -> span.dress() == Span.Dress.MENTION)
        .map(Span::text)
        .distinct()
        .toList();
  }

  /** The decision to say something was written down in the same transaction. */
  private static String why(Books books, OutboxEntry entry) {
    if (!(entry.effect() instanceof Effect.PostComment)) {
      return "";
    }
    List<String> words = new ArrayList<>();
    entry
        .item()
        .ifPresent(
            item ->
                books.journal().ofItem(item).stream()
                    .filter(line -> line.kind().equals("decided"))
                    .filter(line -> line.at().equals(entry.createdAt()))
                    .map(JournalEntry::words)
                    .forEach(words::add));
    return String.join("; ", words);
  }
}
