package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.ItemState;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Items counted, from each side and by state. Filled by one thread, then only read. */
final class Tally {
  private final Map<Facet, Integer> facets = new EnumMap<>(Facet.class);
  private final Map<ItemState, Integer> states = new EnumMap<>(ItemState.class);
  private int items;

  void add(StatusItem status, LocalDate today) {
    items++;
    states.merge(status.standing().state(), 1, Integer::sum);
    for (Facet facet : Facet.values()) {
      if (facet.shows(status, today)) {
        facets.merge(facet, 1, Integer::sum);
      }
    }
  }

  /** All of them, those of history included. */
  int items() {
    return items;
  }

  int of(Facet facet) {
    return facets.getOrDefault(facet, 0);
  }

  int of(ItemState state) {
    return states.getOrDefault(state, 0);
  }
}
