package io.followthrough.daemon.web;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.tracker.Comment;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the page says and the ledger does not know.
 *
 * @param contact whom people turn to about the daemon
 * @param sources names in the order of the configuration; {@code trackers} likewise
 * @param liveSource whether a person has let a source be written for; {@code liveTracker} likewise
 * @param zone of the days and hours that are shown, and in which a day ends
 * @param vitals what the running daemon says of itself
 * @param comments all comments on an item's ticket, oldest first, where somebody can tell; else
 *     those that we sent are shown
 */
public record WebFacts(
    String installation,
    String contact,
    List<String> sources,
    List<String> trackers,
    BiPredicate<Books, String> liveSource,
    BiPredicate<Books, String> liveTracker,
    ZoneId zone,
    Access access,
    Vitals vitals,
    InstantSource clock,
    Optional<Function<ItemId, List<Comment>>> comments) {
  public WebFacts {
    requireNonNull(installation, "installation is null");
    requireNonNull(contact, "contact is null");
    sources = List.copyOf(sources);
    trackers = List.copyOf(trackers);
    requireNonNull(liveSource, "liveSource is null");
    requireNonNull(liveTracker, "liveTracker is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(access, "access is null");
    requireNonNull(vitals, "vitals is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(comments, "comments is null");
  }
}
