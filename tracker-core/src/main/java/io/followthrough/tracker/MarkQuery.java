package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * A look-up of tickets by their marks.
 *
 * @param items the item ids looked for; empty for every ticket of the installation
 * @param createdSince by our clock, with room for the tracker's; {@link Instant#EPOCH} for all
 */
public record MarkQuery(String installation, Set<String> items, Instant createdSince) {
  public MarkQuery {
    requireNonNull(installation, "installation is null");
    items = Set.copyOf(items);
    requireNonNull(createdSince, "createdSince is null");
  }

  /** True where a mark answers this query. */
  public boolean matches(Marker marker) {
    return marker.installation().equals(installation)
        && (items.isEmpty() || items.contains(marker.item()));
  }
}
