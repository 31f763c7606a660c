package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Person;
import io.followthrough.review.Period;
import io.followthrough.review.Scope;
import java.util.List;

/**
 * A review that is given at the end of each period.
 *
 * @param trackers where it becomes a ticket
 * @param channels where it is told
 * @param recipients whom it is addressed to, the first of whom is assigned
 * @param kinds the periods at whose end it is given
 */
public record ReviewOrder(
    List<String> trackers,
    List<String> channels,
    List<Person> recipients,
    Scope scope,
    List<Period.Kind> kinds) {
  public ReviewOrder {
    trackers = List.copyOf(trackers);
    channels = List.copyOf(channels);
    recipients = List.copyOf(recipients);
    requireNonNull(scope, "scope is null");
    kinds = List.copyOf(kinds);
  }
}
