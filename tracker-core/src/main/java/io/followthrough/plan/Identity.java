package io.followthrough.plan;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.Promise;
import io.followthrough.item.Similarity;
import io.followthrough.item.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which promise of a reading is which known item: by an explicit ticket link first, then by equal
 * words, then by the best one-to-one likeness. Pure; the order of the known items does not matter.
 */
public final class Identity {
  /** Two titles less alike than this are two items. */
  static final double ALIKE = 0.5;

  private Identity() {}

  /**
   * Matches one reading.
   *
   * @param promises in the order of the document
   * @param known the items that the promises may be, removed ones included
   * @param sameTicket whether a ticket that a promise names is the one an item is filed as
   * @return for each promise the item that it is; empty for a new one
   */
  public static Match match(
      List<Promise> promises, List<ActionItem> known, BiPredicate<String, ActionItem> sameTicket) {
    Matching matching = new Matching(promises, known);
    matching.pair(
        (promise, item) -> promise.tickets().stream().anyMatch(t -> sameTicket.test(t, item)));
    matching.pair((promise, item) -> sameWords(promise.title(), item.promise().title()));
    matching.pair((promise, item) -> sameWords(promise.title(), item.firstTitle()));
    matching.pairByLikeness();
    return matching.result();
  }

  private static boolean sameWords(String one, String other) {
    return Words.normalise(one).equals(Words.normalise(other));
  }

  /**
   * What a reading is in terms of known items.
   *
   * @param items one a promise, in their order
   * @param missing known items that no promise is
   */
  public record Match(List<Optional<ActionItem>> items, List<ActionItem> missing) {
    public Match {
      items = List.copyOf(items);
      missing = List.copyOf(missing);
    }
  }

  /** A matching under construction; each pass pairs what is still single. */
  private static final class Matching {
    private final List<Promise> promises;
    private final List<ActionItem> known;
    private final List<Optional<ActionItem>> pairs = new ArrayList<>();
    private final Set<ItemId> taken = new HashSet<>();

    Matching(List<Promise> promises, List<ActionItem> known) {
      this.promises = promises;
      this.known =
          known.stream()
              .sorted(
                  Comparator.comparing((ActionItem item) -> item.removedAt().isPresent())
                      .thenComparingInt(item -> item.promise().line())
                      .thenComparing(ActionItem::id))
              .toList();
      promises.forEach(promise -> pairs.add(Optional.empty()));
    }

    void pair(BiPredicate<Promise, ActionItem> same) {
      for (int i = 0; i < promises.size(); i++) {
        if (pairs.get(i).isPresent()) {
          continue;
        }
        Promise promise = promises.get(i);
        Optional<ActionItem> item =
            known.stream()
                .filter(candidate -> !taken.contains(candidate.id()))
                .filter(candidate -> same.test(promise, candidate))
                .findFirst();
        if (item.isPresent()) {
          take(i, item.get());
        }
      }
    }

    void pairByLikeness() {
      List<Likeness> likenesses = new ArrayList<>();
      for (int i = 0; i < promises.size(); i++) {
        for (ActionItem item : known) {
          if (pairs.get(i).isEmpty() && !taken.contains(item.id())) {
            double alike = Similarity.between(promises.get(i).title(), item.promise().title());
            if (alike >= ALIKE) {
              likenesses.add(new Likeness(i, item, alike));
            }
          }
        }
      }
      likenesses.sort(
          Comparator.comparingDouble(Likeness::alike)
              .reversed()
              .thenComparingInt(Likeness::promise)
              .thenComparing(likeness -> likeness.item().id()));
      for (Likeness likeness : likenesses) {
        if (pairs.get(likeness.promise()).isEmpty() && !taken.contains(likeness.item().id())) {
          take(likeness.promise(), likeness.item());
        }
      }
    }

    private void take(int promise, ActionItem item) {
      pairs.set(promise, Optional.of(item));
      boolean free = taken.add(item.id());
      if (!free) {
        throw new IllegalStateException(item.id() + " is paired twice");
      }
    }

    Match result() {
      return new Match(pairs, known.stream().filter(item -> !taken.contains(item.id())).toList());
    }
  }

  private record Likeness(int promise, ActionItem item, double alike) {
    Likeness {
      requireNonNull(item, "item is null");
    }
  }
}
