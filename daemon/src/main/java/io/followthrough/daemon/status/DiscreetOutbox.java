package io.followthrough.daemon.status;

import io.followthrough.ledger.Outbox;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries as they may be shown. */
final class DiscreetOutbox implements Outbox {
  private final Outbox outbox;
  private final Discretion discretion;

  DiscreetOutbox(Outbox outbox, Discretion discretion) {
    this.outbox = outbox;
    this.discretion = discretion;
  }

  @Override
  public boolean add(OutboxEntry entry) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public Optional<OutboxEntry> find(String key) {
    return outbox.find(key).map(discretion::entry);
  }

  @Override
  public boolean replace(OutboxEntry seen, OutboxEntry next) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public List<OutboxEntry> workable(String destination, Instant now, int limit) {
    return all(outbox.workable(destination, now, limit));
  }

  @Override
  public List<OutboxEntry> in(OutboxState state, int limit) {
    return all(outbox.in(state, limit));
  }

  @Override
  public long count(OutboxState state) {
    return outbox.count(state);
  }

  @Override
  public List<OutboxEntry> of(Subject subject) {
    return all(outbox.of(subject));
  }

  @Override
  public List<OutboxEntry> doneBetween(Instant from, Instant to) {
    return all(outbox.doneBetween(from, to));
  }

  @Override
  public List<String> destinations() {
    return outbox.destinations();
  }

  @Override
  public Optional<Instant> earliest() {
    return outbox.earliest();
  }

  private List<OutboxEntry> all(List<OutboxEntry> found) {
    return found.stream().map(discretion::entry).toList();
  }
}
