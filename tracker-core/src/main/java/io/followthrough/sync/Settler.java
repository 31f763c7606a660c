package io.followthrough.sync;

import io.followthrough.item.Words;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.MarkdownProse;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out by the mark whether a call of unknown outcome happened. */
final class Settler {
  /** Room for a tracker's clock that differs from ours. */
  private static final Duration SKEW = Duration.ofMinutes(15);

  /** No sign of a tracker's own syntax, such as {@code bq.}, is longer. */
  private static final int MARKUP = 3;

  private static final Pattern BLANK = Pattern.compile(" ");

  private final String installation;

  Settler(String installation) {
    this.installation = installation;
  }

  /**
   * Looks an effect up: among the newest tickets as long as it may still appear, and among all of
   * them before it is given up, since the clock by which it was sent may have been wrong.
   *
   * @return what happened; empty where the tracker does not show it, which proves nothing before
   *     {@link Tracker#findLag()} is over
   */
  Optional<Sender.Landed> look(Tracker tracker, OutboxEntry entry, Dossier about, Instant now) {
    return entry
        .effect()
        .accept(
            new Effect.Reader<Optional<Sender.Landed>>() {
              @Override
              public Optional<Sender.Landed> create(Effect.CreateTicket create) {
                return ticketOf(tracker, create.draft(), since(tracker, entry, now))
                    .map(receipt -> Sender.born(tracker, entry, receipt, now));
              }

              @Override
              public Optional<Sender.Landed> edit(Effect.EditTicket edit) {
                return Optional.empty();
              }

              @Override
              public Optional<Sender.Landed> comment(Effect.PostComment comment) {
                return about
                    .filing()
                    .flatMap(
                        filing ->
                            tracker
                                .findComment(filing.ref(), comment.draft().key())
                                .map(found -> Sender.said(comment, filing, found)));
              }

              @Override
              public Optional<Sender.Landed> amend(Effect.AmendComment amend) {
                return Optional.empty();
              }

              @Override
              public Optional<Sender.Landed> close(Effect.CloseTicket close) {
                return Optional.empty();
              }

              @Override
              public Optional<Sender.Landed> message(Effect.SendMessage message) {
                return Optional.empty();
              }
            });
  }

  /** True for what does no harm when it is done twice, and is done again instead of looked up. */
  static boolean isRepeatable(Effect effect) {
    return effect instanceof Effect.EditTicket
        || effect instanceof Effect.AmendComment
        || effect instanceof Effect.CloseTicket;
  }

  /** When the call left, as far as anybody knows. */
  static Instant sentAt(OutboxEntry entry) {
    return entry.sentAt().orElse(entry.createdAt());
  }

  private static Instant since(Tracker tracker, OutboxEntry entry, Instant now) {
    Instant sent = sentAt(entry);
    boolean mayStillAppear = !sent.isAfter(now) && now.isBefore(sent.plus(tracker.findLag()));
    return mayStillAppear ? sent.minus(SKEW) : Instant.EPOCH;
  }

  private Optional<Receipt> ticketOf(Tracker tracker, TicketDraft draft, Instant since) {
    MarkQuery query = new MarkQuery(installation, Set.of(draft.marker().item()), since);
    List<Ticket> found = tracker.find(query);
    return found.stream()
        .min(Comparator.comparing(Ticket::createdAt).thenComparing(t -> t.ref().id()))
        .map(oldest -> receipt(oldest, draft, found))
        .map(receipt -> new Receipt(receipt.ticket(), ours(receipt, draft), receipt.remarks()));
  }

  /** What people changed before we found the ticket is theirs: we wrote what was to be sent. */
  private static Written ours(Receipt receipt, TicketDraft draft) {
    Ticket ticket = receipt.ticket();
    Written held = receipt.written();
    String block = MarkdownProse.render(draft.block());
    boolean untouched =
        !ticket.updatedAt().isAfter(ticket.createdAt())
            && isTitle(held.title(), draft.title())
            && isBlock(held.block(), block);
    return untouched
        ? held
        : new Written(draft.title(), held.assignee(), held.due(), held.priority(), block);
  }

  /**
   * True for a title as it was sent, or cut. The tracker's clock alone doesn't tell: a person may
   * have come in the second of the birth.
   */
  private static boolean isTitle(String held, String sent) {
    return Words.normalise(sent).startsWith(Words.normalise(held));
  }

  /** True for a block that says nothing but what was sent; short words may be markup. */
  private static boolean isBlock(String held, String sent) {
    Set<String> words = wordsOf(sent).collect(Collectors.toSet());
    return wordsOf(held).allMatch(word -> word.length() <= MARKUP || words.contains(word));
  }

  private static Stream<String> wordsOf(String text) {
    return BLANK.splitAsStream(Words.normalise(text));
  }

  /** What a found ticket says of what we wrote; a twin is said, never mended. */
  static Receipt receipt(Ticket ticket, TicketDraft draft, List<Ticket> found) {
    List<String> remarks =
        found.stream()
            .filter(other -> !other.ref().id().equals(ticket.ref().id()))
            .map(other -> other.ref().key() + " carries the same mark: please close one of the two")
            .toList();
    Optional<String> assignee = draft.assignee().filter(handle -> isAssigned(ticket, handle));
    Written written =
        new Written(ticket.title(), assignee, draft.due(), draft.priority(), ticket.block());
    return new Receipt(ticket, written, remarks);
  }

  private static boolean isAssigned(Ticket ticket, String handle) {
    return ticket.assignees().stream().anyMatch(a -> a.handle().equalsIgnoreCase(handle));
  }
}
