package io.followthrough.daemon.cycle;

import io.followthrough.ledger.Outbox;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An outbox that hands out only what a cycle is about; it takes whatever is put into it. */
final class FocusedOutbox implements Outbox {
  private static final List<OutboxState> UNSETTLED =
      List.of(OutboxState.PENDING, OutboxState.IN_FLIGHT, OutboxState.UNKNOWN, OutboxState.PARKED);

  private final Outbox outbox;
  private final Predicate<OutboxEntry> wanted;

  FocusedOutbox(Outbox outbox, Predicate<OutboxEntry> wanted) {
    this.outbox = outbox;
    this.wanted = wanted;
  }

  @Override
  public boolean add(OutboxEntry entry) {
    return outbox.add(entry);
  }

  @Override
  public Optional<OutboxEntry> find(String key) {
    return outbox.find(key);
  }

  @Override
  public boolean replace(OutboxEntry seen, OutboxEntry next) {
    return outbox.replace(seen, next);
  }

  @Override
  public List<OutboxEntry> workable(String destination, Instant now, int limit) {
    return FocusedLedger.first(limit, asked -> outbox.workable(destination, now, asked), wanted);
  }

  @Override
  public List<OutboxEntry> in(OutboxState state, int limit) {
    return FocusedLedger.first(limit, asked -> outbox.in(state, asked), wanted);
  }

  @Override
  public long count(OutboxState state) {
    return outbox.count(state);
  }

  @Override
  public List<OutboxEntry> of(Subject subject) {
    return outbox.of(subject);
  }

  @Override
  public List<OutboxEntry> doneBetween(Instant from, Instant to) {
    return outbox.doneBetween(from, to);
  }

  /** A destination that has only entries of others is none. */
  @Override
  public List<String> destinations() {
    return UNSETTLED.stream()
        .flatMap(state -> in(state, Integer.MAX_VALUE).stream())
        .map(OutboxEntry::destination)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public Optional<Instant> earliest() {
    return outbox.earliest();
  }
}
