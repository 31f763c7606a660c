package io.followthrough.ledger;

import io.followthrough.item.Filing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Tickets of our own in memory. */
final class MemoryOwnTickets implements OwnTickets {
  private final MemoryShelf<Subject, OwnTicket> shelf;

  MemoryOwnTickets(MemoryTransaction transaction) {
    this.shelf = new MemoryShelf<>(transaction);
  }

  @Override
  public void put(OwnTicket ticket) {
    shelf.put(ticket.subject(), ticket);
  }

  @Override
  public Optional<OwnTicket> find(Subject subject) {
    return shelf.find(subject);
  }

  @Override
  public Optional<OwnTicket> filedAs(String tracker, String ticketId) {
    return where(own -> own.filing().filter(it -> isFor(it, tracker, ticketId)).isPresent())
        .stream()
        .findFirst();
  }

  private static boolean isFor(Filing filing, String tracker, String ticketId) {
    return filing.tracker().equals(tracker) && filing.ref().id().equals(ticketId);
  }

  @Override
  public List<OwnTicket> about(String what) {
    return where(own -> own.about().equals(what));
  }

  @Override
  public List<OwnTicket> due(Instant now, int limit) {
    return where(own -> own.nextAt().filter(at -> !at.isAfter(now)).isPresent()).stream()
        .sorted(
            Comparator.comparing((OwnTicket own) -> own.nextAt().orElseThrow())
                .thenComparing(OwnTicket::subject))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Instant> earliest() {
    return shelf.all().stream()
        .flatMap(own -> own.nextAt().stream())
        .min(Comparator.naturalOrder());
  }

  @Override
  public List<OwnTicket> matching(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    return typed.isEmpty() ? List.of() : where(own -> isMeant(own, typed));
  }

  private static boolean isMeant(OwnTicket own, String typed) {
    return own.subject().value().startsWith(typed)
        || own.filing()
            .map(Filing::ref)
            .filter(
                ref ->
                    ref.key().toLowerCase(Locale.ROOT).equals(typed)
                        || ref.url().toLowerCase(Locale.ROOT).equals(typed))
            .isPresent();
  }

  private List<OwnTicket> where(Predicate<OwnTicket> condition) {
    return shelf.all().stream().filter(condition).toList();
  }
}
