package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Similarity;
import io.followthrough.item.Words;
import io.followthrough.plan.Drafts;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Which tickets that carry our mark belong to which items, where the ledger has forgotten it: by
 * the item's id, then by the title at first sight, then by likeness within the same document. Pure.
 */
final class Acquaintance {
  private static final double ALIKE = 0.5;

  private Acquaintance() {}

  /** The tickets by the items that they belong to; what matches nothing is left out. */
  static Map<ActionItem, Ticket> between(List<ActionItem> items, List<Ticket> marked) {
    Map<ActionItem, Ticket> pairs = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    List<BiPredicate<ActionItem, Ticket>> passes = new ArrayList<>();
    passes.add((item, ticket) -> mark(ticket, m -> m.item().equals(item.id().value())));
    passes.add(
        (item, ticket) ->
            sameDocument(item, ticket)
                && mark(ticket, m -> m.title().equals(Drafts.titlePrint(item.promise().title()))));
    passes.add(
        (item, ticket) ->
            sameDocument(item, ticket)
                && Similarity.between(item.promise().title(), ticket.title()) >= ALIKE);
    for (BiPredicate<ActionItem, Ticket> pass : passes) {
      for (ActionItem item : items) {
        if (!pairs.containsKey(item)) {
          marked.stream()
              .filter(ticket -> !taken.contains(ticket.ref().id()))
              .filter(ticket -> pass.test(item, ticket))
              .findFirst()
              .ifPresent(
                  ticket -> {
                    pairs.put(item, ticket);
                    taken.add(ticket.ref().id());
                  });
        }
      }
    }
    return pairs;
  }

  private static boolean sameDocument(ActionItem item, Ticket ticket) {
    String document = Words.fingerprint(item.origin().documentKey());
    return mark(ticket, m -> m.document().equals(document));
  }

  private static boolean mark(Ticket ticket, Predicate<Marker> test) {
    Optional<Marker> marker = ticket.marker();
    return marker.isPresent() && test.test(marker.get());
  }
}
