package io.followthrough.daemon.web;

import io.followthrough.item.Origin;
import io.followthrough.item.Words;
import io.followthrough.ledger.OutboxState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole ledger, counted.
 *
 * @param tally over all items, likewise the trends
 * @param postmortems the youngest incident first
 * @param outbox how many deliveries are in each state
 * @param unconfirmed new tickets that neither have been created nor are on their way
 */
record Overview(
    Instant takenAt,
    Tally tally,
    Trends trends,
    List<Postmortem> postmortems,
    Map<OutboxState, Long> outbox,
    int unconfirmed) {
  Overview {
    postmortems = List.copyOf(postmortems);
    outbox = Map.copyOf(outbox);
  }

  /**
   * A postmortem and its items, counted.
   *
   * @param day of its incident
   * @param problem why it could not be read the last time
   */
  record Postmortem(Origin origin, Optional<LocalDate> day, Optional<String> problem, Tally tally) {
    /** The document's key as it stands in addresses. */
    String fingerprint() {
      return Words.fingerprint(origin.documentKey());
    }
  }

  Optional<Postmortem> postmortem(String fingerprint) {
    return postmortems.stream().filter(one -> one.fingerprint().equals(fingerprint)).findFirst();
  }

  List<Postmortem> unreadable() {
    return postmortems.stream().filter(one -> one.problem().isPresent()).toList();
  }
}
