package io.followthrough.daemon.cycle;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Origin;
import io.followthrough.item.Promise;
import io.followthrough.item.Stage;
import io.followthrough.item.Words;
import io.followthrough.ledger.Books;
import io.followthrough.plan.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Items of other documents that a document's promises may be: renamed ones, and twins. */
final class Kin {
  private Kin() {}

  /** Whether a ticket that a document names is the one that an item is filed as. */
  static boolean isFiledAs(String ticket, ActionItem item) {
    return item.filing()
        .filter(
            filing ->
                filing.ref().key().equalsIgnoreCase(ticket)
                    || (!filing.ref().url().isEmpty() && filing.ref().url().equals(ticket)))
        .isPresent();
  }

  /** Items of documents that are gone, where this document is one of them under another name. */
  static List<ActionItem> renamed(
      Books books, Origin origin, List<Promise> promises, Set<String> gone) {
    Set<String> titles =
        promises.stream().map(p -> Words.normalise(p.title())).collect(Collectors.toSet());
    List<ActionItem> items = new ArrayList<>();
    for (String key : gone) {
      List<ActionItem> theirs = books.items().ofDocument(key);
      long equal =
          theirs.stream()
              .filter(item -> titles.contains(Words.normalise(item.promise().title())))
              .count();
      boolean sameIncident =
          theirs.stream()
              .anyMatch(
                  item ->
                      origin.incident().key().isPresent()
                          && item.origin().incident().key().equals(origin.incident().key()));
      if (sameIncident || (equal > 0 && equal * 2 >= theirs.size())) {
        items.addAll(theirs);
      }
    }
    return items;
  }

  /**
   * Accepted items that stand in no document any more, where this one is about the same incident: a
   * promise that was copied here goes on as the same item when its first place is gone. Its ticket
   * may be under way.
   */
  static List<ActionItem> orphans(Books books, Origin origin) {
    return origin.incident().key().map(key -> books.items().ofIncident(key)).stream()
        .flatMap(List::stream)
        .filter(item -> !item.origin().documentKey().equals(origin.documentKey()))
        .filter(item -> item.removedAt().isPresent() && item.stage() == Stage.ACCEPTED)
        .toList();
  }

  /**
   * Which promise is which known item: of the document's own first, then of those that come from
   * elsewhere; an item that is followed elsewhere is what a promise is only where it is no other.
   */
  static Identity.Match match(
      List<Promise> promises, List<ActionItem> own, List<ActionItem> others) {
    List<Optional<ActionItem>> items = new ArrayList<>();
    promises.forEach(promise -> items.add(Optional.empty()));
    List<ActionItem> missing = new ArrayList<>();
    for (boolean merged : List.of(false, true)) {
      for (List<ActionItem> tier : List.of(own, others)) {
        List<ActionItem> pool =
            tier.stream().filter(item -> merged == (item.stage() == Stage.MERGED)).toList();
        missing.addAll(matchOpen(promises, pool, items));
      }
    }
    return new Identity.Match(items, missing);
  }

  /** Matches those promises that are still without an item; returns the items left over. */
  private static List<ActionItem> matchOpen(
      List<Promise> promises, List<ActionItem> pool, List<Optional<ActionItem>> items) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      if (items.get(i).isEmpty()) {
        open.add(i);
      }
    }
    Identity.Match match =
        Identity.match(open.stream().map(promises::get).toList(), pool, Kin::isFiledAs);
    for (int i = 0; i < open.size(); i++) {
      items.set(open.get(i), match.items().get(i));
    }
    return match.missing();
  }

  /** What was done at first sight, or is followed elsewhere, has promised nothing of its own. */
  private static boolean makesAPromise(ActionItem item) {
    return item.stage() != Stage.MERGED && item.stage() != Stage.DONE_AT_BIRTH;
  }

  /** Promises that another live document of the same incident makes as well. */
  static Set<Integer> twins(
      Books books, Origin origin, List<Promise> promises, Identity.Match match, Set<String> gone) {
    Optional<String> incident = origin.incident().key();
    if (incident.isEmpty()) {
      return Set.of();
    }
    List<ActionItem> others =
        books.items().ofIncident(incident.get()).stream()
            .filter(item -> !item.origin().documentKey().equals(origin.documentKey()))
            .filter(item -> !gone.contains(item.origin().documentKey()))
            .filter(item -> item.removedAt().isEmpty() && item.stage() != Stage.MERGED)
            .toList();
    Identity.Match same = Identity.match(promises, others, Kin::isFiledAs);
    Set<Integer> twins = new HashSet<>();
    for (int i = 0; i < promises.size(); i++) {
      boolean filed = match.items().get(i).flatMap(ActionItem::filing).isPresent();
      boolean wasFirst = match.items().get(i).filter(Kin::makesAPromise).isPresent();
      if (!filed && !wasFirst && same.items().get(i).isPresent()) {
        twins.add(i);
      }
    }
    return twins;
  }
}
