package io.followthrough.daemon.cycle;

import io.followthrough.item.Promise;
import io.followthrough.plan.Plan;
import io.followthrough.tracker.Tracker;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which tickets that documents name are tickets of a configured tracker. No call is made. */
final class Links {
  private final List<Tracker> trackers;

  Links(Collection<Tracker> trackers) {
    this.trackers =
        trackers.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
  }

  /** The first ticket of a promise that a tracker knows as its own. */
  Optional<Plan.Link> of(Promise promise) {
    return promise.tickets().stream().flatMap(text -> of(text).stream()).findFirst();
  }

  private Optional<Plan.Link> of(String text) {
    return trackers.stream()
        .flatMap(
            tracker ->
                tracker.recognise(text).map(ref -> new Plan.Link(tracker.name(), ref)).stream())
        .findFirst();
  }
}
