package io.followthrough.plan;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionKind;
import io.followthrough.item.Placement;
import java.util.List;

/**
 * One rule of the routing table: where what meets all its conditions goes. A condition is met by
 * any of its words; an empty one by everything.
 *
 * @param services names or aliases
 * @param teams names
 * @param severities as documents write them, such as {@code SEV1}
 * @param sources names of document sources
 * @param labels the document's labels in its source
 */
public record Route(
    List<String> services,
    List<String> teams,
    List<String> severities,
    List<String> sources,
    List<ActionKind> kinds,
    List<String> labels,
    Placement placement) {
  public Route {
    services = List.copyOf(services);
    teams = List.copyOf(teams);
    severities = List.copyOf(severities);
    sources = List.copyOf(sources);
    kinds = List.copyOf(kinds);
    labels = List.copyOf(labels);
    requireNonNull(placement, "placement is null");
  }

  /** A route without a condition. */
  public static Route always(Placement placement) {
    return new Route(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), placement);
  }

  /** Whether it asks for something that an item may say of itself: service, team or kind. */
  boolean asksTheItem() {
    return !services.isEmpty() || !teams.isEmpty() || !kinds.isEmpty();
  }
}
