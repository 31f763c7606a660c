package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.Origin;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ledger, and remembers the count for a little while, so that readers who press reload
 * cost the store little. The longer a count takes, the longer it is good for. Safe for use by
 * several threads: one counts, and meanwhile the others get the last count.
 */
final class Overviews {
  private static final int PAGE = 500;
  private static final Duration LEAST = Duration.ofSeconds(2);
  private static final int SHARE = 20;
  private static final Comparator<Overview.Postmortem> YOUNGEST_FIRST =
      Comparator.comparing((Overview.Postmortem one) -> one.day().orElse(LocalDate.MIN))
          .reversed()
          .thenComparing(one -> one.origin().documentKey());

  private final Ledger ledger;
  private final WebFacts facts;
  private final ReentrantLock counting = new ReentrantLock();
  private volatile @Nullable Overview last;
  private volatile Instant goodUntil = Instant.MIN;

  Overviews(Ledger ledger, WebFacts facts) {
    this.ledger = ledger;
    this.facts = facts;
  }

  /** The ledger's count, at most a little old. */
  Overview current() {
    Instant now = facts.clock().instant();
    Overview known = last;
    if (known != null && isGood(known, now)) {
      return known;
    }
    if (known != null && !counting.tryLock()) {
      return known;
    }
    if (known == null) {
      counting.lock();
    }
    try {
      Overview meanwhile = last;
      return meanwhile != null && isGood(meanwhile, now) ? meanwhile : count(now);
    } finally {
      counting.unlock();
    }
  }

  private boolean isGood(Overview overview, Instant now) {
    return !now.isBefore(overview.takenAt()) && now.isBefore(goodUntil);
  }

  private Overview count(Instant now) {
    Map<String, DocumentRecord> documents = new TreeMap<>();
    ledger
        .read(books -> books.documents().all())
        .forEach(document -> documents.put(document.origin().documentKey(), document));
    Tally all = new Tally();
    Map<String, Tally> tallies = new TreeMap<>();
    Map<String, Origin> origins = new TreeMap<>();
    LocalDate today = LocalDate.ofInstant(now, facts.zone());
    Trends trends = new Trends(today, facts.zone());
    Optional<ItemId> after = Optional.empty();
    List<StatusItem> page = page(after);
    while (!page.isEmpty()) {
      for (StatusItem status : page) {
        Origin origin = status.item().origin();
        all.add(status, today);
        trends.add(status);
        tallies.computeIfAbsent(origin.documentKey(), key -> new Tally()).add(status, today);
        origins.putIfAbsent(origin.documentKey(), origin);
      }
      after = Optional.of(page.get(page.size() - 1).item().id());
      page = page(after);
    }
    documents.forEach((key, document) -> origins.put(key, document.origin()));
    Overview overview =
        new Overview(
            now, all, trends, postmortems(origins, documents, tallies), outbox(), unconfirmed());
    Duration took = Duration.between(now, facts.clock().instant());
    goodUntil = now.plus(LEAST).plus(took.multipliedBy(SHARE));
    last = overview;
    return overview;
  }

  private List<StatusItem> page(Optional<ItemId> after) {
    return ledger.read(
        books -> {
          List<ActionItem> items = books.items().after(after, PAGE);
          return items.stream().map(item -> StatusItem.of(books, item)).toList();
        });
  }

  private List<Overview.Postmortem> postmortems(
      Map<String, Origin> origins,
      Map<String, DocumentRecord> documents,
      Map<String, Tally> tallies) {
    List<Overview.Postmortem> postmortems = new ArrayList<>();
    origins.forEach(
        (key, origin) -> {
          Optional<DocumentRecord> document = Optional.ofNullable(documents.get(key));
          Tally tally = tallies.getOrDefault(key, new Tally());
          if (tally.items() > 0 || document.flatMap(DocumentRecord::goneAt).isEmpty()) {
            Optional<LocalDate> day =
                origin
                    .incident()
                    .date()
                    .or(
                        () ->
                            document.map(
                                one -> LocalDate.ofInstant(one.firstSeenAt(), facts.zone())));
            postmortems.add(
                new Overview.Postmortem(
                    origin, day, document.flatMap(DocumentRecord::problem), tally));
          }
        });
    postmortems.sort(YOUNGEST_FIRST);
    return postmortems;
  }

  private Map<OutboxState, Long> outbox() {
    return ledger.read(
        books -> {
          Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
          for (OutboxState state : OutboxState.values()) {
            counts.put(state, books.outbox().count(state));
          }
          return counts;
        });
  }

  private int unconfirmed() {
    return ledger.read(books -> books.items().unfiled().size());
  }
}
