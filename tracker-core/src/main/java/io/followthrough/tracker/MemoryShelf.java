package io.followthrough.tracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tickets of a {@link MemoryTracker} and the order of their changes; guarded by its owner. */
final class MemoryShelf {
  private final Map<String, MemoryTicket> tickets = new LinkedHashMap<>();
  private final Map<String, MemorySnapshot.Change> changes = new LinkedHashMap<>();
  private long lastChange;

  MemoryShelf(MemorySnapshot snapshot) {
    snapshot.tickets().forEach(ticket -> tickets.put(ticket.id(), ticket));
    snapshot.changes().forEach(change -> changes.put(subject(change), change));
    lastChange = snapshot.lastChange();
  }

  Optional<MemoryTicket> get(String id) {
    return Optional.ofNullable(tickets.get(id));
  }

  List<MemoryTicket> all() {
    return List.copyOf(tickets.values());
  }

  void put(MemoryTicket ticket, Instant at) {
    tickets.put(ticket.id(), ticket);
    note(ticket.id(), "", at);
  }

  void putComment(MemoryTicket ticket, String comment, Instant at) {
    put(ticket, at);
    note(ticket.id(), comment, at);
  }

  /** The number of the next ticket of a project: one more than the highest ever. */
  int nextNumber(String project) {
    String prefix = project + "-";
    return 1
        + tickets.keySet().stream()
            .filter(id -> id.startsWith(prefix))
            .mapToInt(id -> Integer.parseInt(id.substring(prefix.length())))
            .max()
            .orElse(0);
  }

  /** The id of the next comment. */
  String nextComment() {
    return "c" + (lastChange + 1);
  }

  /** The changes after a number, oldest first. */
  List<MemorySnapshot.Change> changesAfter(long number) {
    List<MemorySnapshot.Change> later = new ArrayList<>();
    for (MemorySnapshot.Change change : changes.values()) {
      if (change.number() > number) {
        later.add(change);
      }
    }
    return later;
  }

  MemorySnapshot snapshot() {
    return new MemorySnapshot(all(), List.copyOf(changes.values()), lastChange);
  }

  private void note(String ticket, String comment, Instant at) {
    MemorySnapshot.Change change = new MemorySnapshot.Change(++lastChange, ticket, comment, at);
    changes.remove(subject(change));
    changes.put(subject(change), change);
  }

  private static String subject(MemorySnapshot.Change change) {
    return change.ticket() + "/" + change.comment();
  }
}
