package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Carried;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Ticket;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket of ours that stands for no action item, such as a postmortem's own.
 *
 * @param about what it stands for: a document's key; a period and a destination
 * @param title at birth; a mark's fingerprint is made of it
 * @param carried what was last put on its way to it
 * @param ticket as the poller last saw it
 * @param unread comments of people that nobody has acted on yet, oldest first
 * @param said what is said once, and which comments were acted on
 * @param items the items that it lists by their numbers, from 1; a number is never given anew
 * @param nextAt when to look at it again; absent where only a change can matter
 */
public record OwnTicket(
    Subject subject,
    String about,
    String title,
    Optional<Filing> filing,
    Carried carried,
    Optional<Ticket> ticket,
    List<Comment> unread,
    Set<String> said,
    List<ItemId> items,
    Optional<Instant> nextAt) {
  public OwnTicket {
    requireNonNull(subject, "subject is null");
    requireNonNull(about, "about is null");
    requireNonNull(title, "title is null");
    requireNonNull(filing, "filing is null");
    requireNonNull(carried, "carried is null");
    requireNonNull(ticket, "ticket is null");
    unread = List.copyOf(unread);
    said = Set.copyOf(said);
    items = List.copyOf(items);
    requireNonNull(nextAt, "nextAt is null");
  }

  /** One that has no ticket yet. */
  public static OwnTicket of(Subject subject, String about, String title) {
    return new OwnTicket(
        subject,
        about,
        title,
        Optional.empty(),
        Carried.NOTHING,
        Optional.empty(),
        List.of(),
        Set.of(),
        List.of(),
        Optional.empty());
  }

  /** The same, filed, or filed elsewhere. */
  public OwnTicket filed(Filing newFiling) {
    return new OwnTicket(
        subject,
        about,
        title,
        Optional.of(newFiling),
        carried,
        ticket,
        unread,
        said,
        items,
        nextAt);
  }

  /** The same with the title of its birth. */
  public OwnTicket titled(String birth) {
    return new OwnTicket(
        subject, about, birth, filing, carried, ticket, unread, said, items, nextAt);
  }

  /** The same with words on their way to it. */
  public OwnTicket carrying(Carried newCarried) {
    return new OwnTicket(
        subject, about, title, filing, newCarried, ticket, unread, said, items, nextAt);
  }

  /** The same as the poller sees it now, to be looked at at once. */
  public OwnTicket seen(Ticket newTicket, List<Comment> newUnread, Instant now) {
    return new OwnTicket(
        subject,
        about,
        title,
        filing,
        carried,
        Optional.of(newTicket),
        newUnread,
        said,
        items,
        Optional.of(now));
  }

  /** The word among {@link #said} for a comment that was acted on. */
  public static String read(String commentId) {
    return "read:" + commentId;
  }

  /** The same with every comment acted on. */
  public OwnTicket allRead() {
    Set<String> longer = new HashSet<>(said);
    unread.forEach(comment -> longer.add(read(comment.id())));
    return new OwnTicket(
        subject, about, title, filing, carried, ticket, List.of(), longer, items, nextAt);
  }

  /** The same after something that is said once. */
  public OwnTicket saying(String what) {
    Set<String> longer = new HashSet<>(said);
    longer.add(what);
    return new OwnTicket(
        subject, about, title, filing, carried, ticket, unread, longer, items, nextAt);
  }

  /** The same, to be looked at from an instant on, or only after a change. */
  public OwnTicket lookedAt(Optional<Instant> next) {
    return new OwnTicket(subject, about, title, filing, carried, ticket, unread, said, items, next);
  }

  /** The same with more items in its list. */
  public OwnTicket listing(List<ItemId> newItems) {
    return new OwnTicket(
        subject, about, title, filing, carried, ticket, unread, said, newItems, nextAt);
  }

  /** The same for something that is called otherwise now, such as a renamed document. */
  public OwnTicket renamed(String newAbout) {
    return new OwnTicket(
        subject, newAbout, title, filing, carried, ticket, unread, said, items, nextAt);
  }
}
