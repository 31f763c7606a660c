package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Similarity;
import io.followthrough.item.Words;
import io.followthrough.plan.Drafts;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which tickets that carry our mark belong to which items, where the ledger has forgotten it. Each
 * pass pairs what is still single: by the item's id; by the title at first sight within the same
 * document; by likeness within the same document; by likeness to an item of another document of the
 * same incident; by the title where exactly one item and one ticket have it and the ticket's
 * document is no longer there under its old name. Pure.
 */
final class Acquaintance {
  private static final double ALIKE = 0.5;

  private final List<ActionItem> items;
  private final List<Ticket> marked;
  private final Map<ActionItem, Match> matches = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** A ticket, and how it was known as an item's, in words. */
  record Match(Ticket ticket, String by) {
    Match {
      requireNonNull(ticket, "ticket is null");
      requireNonNull(by, "by is null");
    }
  }

  private record Likeness(ActionItem item, Ticket ticket, double alike) {
    Likeness {
      requireNonNull(item, "item is null");
      requireNonNull(ticket, "ticket is null");
    }
  }

  private Acquaintance(List<ActionItem> items, List<Ticket> marked) {
    this.items = items;
    this.marked = marked;
  }

  /**
   * The tickets by the items that they belong to; what matches nothing is left out.
   *
   * @param items those that have no ticket
   * @param marked the tickets that no item has, in the order of preference
   * @param known an item of the ledger by its id, whatever its state
   * @param documents the keys of all documents that are there
   */
  static Map<ActionItem, Match> between(
      List<ActionItem> items,
      List<Ticket> marked,
      Function<String, Optional<ActionItem>> known,
      Set<String> documents) {
    Acquaintance pairs = new Acquaintance(items, marked);
    pairs.first("its mark", Marker::item, item -> item.id().value());
    pairs.first(
        "its mark's document and title",
        mark -> mark.document() + ":" + mark.title(),
        item -> document(item) + ":" + title(item));
    pairs.best(
        "its mark's document and a title that is alike",
        ticket -> ticket.marker().map(Marker::document),
        Acquaintance::document,
        Ticket::title);
    pairs.best(
        "the other document of its incident",
        ticket -> kin(ticket, known).flatMap(kin -> kin.origin().incident().key()),
        item -> item.origin().incident().key().orElse(""),
        ticket -> kin(ticket, known).map(kin -> kin.promise().title()).orElse(""));
    pairs.onlyOnes(documents.stream().map(Words::fingerprint).collect(Collectors.toSet()));
    return pairs.matches;
  }

  private static Optional<ActionItem> kin(
      Ticket ticket, Function<String, Optional<ActionItem>> known) {
    return ticket.marker().flatMap(mark -> known.apply(mark.item()));
  }

  /** Pairs what has the same key, in the order of the tickets. */
  private void first(
      String by, Function<Marker, String> ofMark, Function<ActionItem, String> ofItem) {
    Map<String, List<Ticket>> byKey = single(it -> it.marker().map(ofMark));
    for (ActionItem item : unpaired()) {
      byKey.getOrDefault(ofItem.apply(item), List.of()).stream()
          .filter(this::isSingle)
          .findFirst()
          .ifPresent(ticket -> pair(item, ticket, by));
    }
  }

  /** Pairs what has the same key and titles that are alike, the most alike first. */
  private void best(
      String by,
      Function<Ticket, Optional<String>> ofTicket,
      Function<ActionItem, String> ofItem,
      Function<Ticket, String> titleOf) {
    Map<String, List<Ticket>> byKey = single(ofTicket);
    List<Likeness> all = new ArrayList<>();
    for (ActionItem item : unpaired()) {
      for (Ticket ticket : byKey.getOrDefault(ofItem.apply(item), List.of())) {
        double alike = Similarity.between(item.promise().title(), titleOf.apply(ticket));
        if (alike >= ALIKE) {
          all.add(new Likeness(item, ticket, alike));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Likeness::alike).reversed());
    for (Likeness best : all) {
      if (!matches.containsKey(best.item()) && isSingle(best.ticket())) {
        pair(best.item(), best.ticket(), by);
      }
    }
  }

  private void onlyOnes(Set<String> documents) {
    Map<String, List<Ticket>> homeless =
        single(it -> it.marker().filter(m -> !documents.contains(m.document())).map(Marker::title));
    Map<String, List<ActionItem>> titled =
        unpaired().stream().collect(Collectors.groupingBy(Acquaintance::title));
    titled.forEach(
        (title, same) -> {
          List<Ticket> tickets = homeless.getOrDefault(title, List.of());
          if (same.size() == 1 && tickets.size() == 1) {
            pair(same.get(0), tickets.get(0), "its mark's title, in a document of another name");
          }
        });
  }

  private List<ActionItem> unpaired() {
    return items.stream().filter(Predicate.not(matches::containsKey)).toList();
  }

  private Map<String, List<Ticket>> single(Function<Ticket, Optional<String>> key) {
    return marked.stream()
        .filter(this::isSingle)
        .flatMap(ticket -> key.apply(ticket).map(it -> Map.entry(it, ticket)).stream())
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private boolean isSingle(Ticket ticket) {
    return !taken.contains(ticket.ref().id());
  }

  private void pair(ActionItem item, Ticket ticket, String by) {
    matches.put(item, new Match(ticket, by));
    taken.add(ticket.ref().id());
  }

  private static String document(ActionItem item) {
    return Words.fingerprint(item.origin().documentKey());
  }

  private static String title(ActionItem item) {
    return Drafts.titlePrint(item.promise().title());
  }
}
