package io.followthrough.gate;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Owner;
import io.followthrough.item.Promise;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the gate has to know of one postmortem. Items that were declined, are known to all, or
 * are history do not belong here.
 *
 * @param items in the order of the document
 * @param others open items of other postmortems, at least those whose titles are near
 * @param today the day in the zone that applies
 */
public record GateCase(List<Item> items, List<OpenItem> others, LocalDate today) {
  public GateCase {
    items = List.copyOf(items);
    others = List.copyOf(others);
    requireNonNull(today, "today is null");
  }

  /**
   * A promise of the postmortem.
   *
   * @param owner the promise's owner, looked up; absent where none is written
   * @param senior whether the owner leads a team or is leadership, whatever the level says
   * @param tracker the name of the tracker that is to take it, where a route sends it to one
   * @param ticketed whether it has its ticket, made or adopted: then no rule holds it
   * @param since the day it was first seen; today for a new one
   */
  public record Item(
      Promise promise,
      Optional<Owner> owner,
      boolean senior,
      Optional<String> tracker,
      boolean ticketed,
      LocalDate since) {
    public Item {
      requireNonNull(promise, "promise is null");
      requireNonNull(owner, "owner is null");
      requireNonNull(tracker, "tracker is null");
      requireNonNull(since, "since is null");
    }

    Item withPromise(Promise other) {
      return new Item(other, owner, senior, tracker, ticketed, since);
    }
  }

  /**
   * An open item of another postmortem.
   *
   * @param name by which people find it: its ticket, else its document and line
   * @param services empty where nothing is known
   */
  public record OpenItem(String title, String name, List<String> services) {
    public OpenItem {
      requireNonNull(title, "title is null");
      requireNonNull(name, "name is null");
      services = List.copyOf(services);
    }
  }
}
