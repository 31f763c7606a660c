package io.followthrough.tracker;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** A {@link MemoryTracker} and its people. */
final class MemoryHarness implements TrackerHarness {
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final MemoryTracker tracker;
  private final MemoryPerson carol;

  MemoryHarness(UnaryOperator<MemoryTrackerBuilder> shape) {
    MemoryTrackerBuilder builder =
        MemoryTracker.builder("sandbox", this::now).accounts("alice-m", "bob", "carol");
    tracker = shape.apply(builder).build();
    carol = tracker.person("carol");
  }

  @Override
  public MemoryTracker tracker() {
    return tracker;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public int tickets() {
    return (int) tracker.snapshot().tickets().stream().filter(t -> !t.deleted()).count();
  }

  @Override
  public String handle(int index) {
    return index == 0 ? "alice-m" : "bob";
  }

  @Override
  public String strangersHandle() {
    return "mallory";
  }

  @Override
  public String description(TicketRef ticket) {
    return tracker.snapshot().tickets().stream()
        .filter(stored -> stored.id().equals(ticket.id()))
        .map(MemoryTicket::body)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public TicketRef open(String title, String description) {
    return carol.open(title, description);
  }

  @Override
  public void comment(TicketRef ticket, String words) {
    carol.comment(ticket.id(), words);
  }

  @Override
  public void commentByMachine(TicketRef ticket, String words) {
    tracker.machine("stale-bot").comment(ticket.id(), words);
  }

  @Override
  public void assign(TicketRef ticket, String handle) {
    carol.assign(ticket.id(), handle);
  }

  @Override
  public void setDue(TicketRef ticket, LocalDate due) {
    carol.setDue(ticket.id(), due);
  }

  @Override
  public boolean tellsWhoRedated() {
    return tracker.capabilities().contains(Capability.DUE_DATE);
  }

  @Override
  public void retitle(TicketRef ticket, String title) {
    carol.retitle(ticket.id(), title);
  }

  @Override
  public void replaceWords(TicketRef ticket, String words, String replacement) {
    carol.rewrite(ticket.id(), body -> body.replace(words, replacement));
  }

  @Override
  public void addWords(TicketRef ticket, String words) {
    carol.rewrite(ticket.id(), body -> body + "\r\n\r\n" + words);
  }

  @Override
  public void start(TicketRef ticket) {
    carol.start(ticket.id());
  }

  @Override
  public void closeAsDone(TicketRef ticket) {
    carol.close(ticket.id());
  }

  @Override
  public void decline(TicketRef ticket) {
    carol.decline(ticket.id());
  }

  @Override
  public void reopen(TicketRef ticket) {
    carol.reopen(ticket.id());
  }

  @Override
  public void delete(TicketRef ticket) {
    carol.delete(ticket.id());
  }

  @Override
  public void close() {
    tracker.close();
  }
}
