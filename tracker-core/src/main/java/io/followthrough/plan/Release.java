package io.followthrough.plan;

import io.followthrough.item.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of a plan may be written: nothing is, before a person has confirmed its source, its tracker,
 * and a flood. Pure.
 *
 * @param released may be written now
 * @param waiting waits for {@code confirm}
 * @param rehearsed belongs to a source or tracker that is never written to
 */
public record Release(List<Change> released, List<Change> waiting, List<Change> rehearsed) {
  /**
   * What people have confirmed.
   *
   * @param items creations that were shown to a person one by one, in a flood
   */
  public record Confirmed(Set<String> sources, Set<String> trackers, Set<ItemId> items) {
    public Confirmed {
      sources = Set.copyOf(sources);
      trackers = Set.copyOf(trackers);
      items = Set.copyOf(items);
    }
  }

  public Release {
    released = List.copyOf(released);
    waiting = List.copyOf(waiting);
    rehearsed = List.copyOf(rehearsed);
  }

  /**
   * Sorts changes.
   *
   * @param dryRun names of sources and trackers in {@code mode: dry-run}
   * @param maxCreates more new tickets than this are a flood
   */
  public static Release of(
      List<Change> changes, Confirmed confirmed, Set<String> dryRun, int maxCreates) {
    List<Change> released = new ArrayList<>();
    List<Change> waiting = new ArrayList<>();
    List<Change> rehearsed = new ArrayList<>();
    for (Change change : changes) {
      String source = change.item().origin().source();
      if (dryRun.contains(source) || dryRun.contains(change.tracker())) {
        rehearsed.add(change);
      } else if (confirmed.sources().contains(source)
          && confirmed.trackers().contains(change.tracker())) {
        released.add(change);
      } else {
        waiting.add(change);
      }
    }
    List<Change> unseen =
        released.stream()
            .filter(Release::isCreation)
            .filter(change -> !confirmed.items().contains(change.item().id()))
            .toList();
    if (unseen.size() > maxCreates) {
      released.removeAll(unseen);
      waiting.addAll(unseen);
    }
    return new Release(released, waiting, rehearsed);
  }

  private static boolean isCreation(Change change) {
    return change.match(create -> true, adopt -> false, edit -> false);
  }
}
