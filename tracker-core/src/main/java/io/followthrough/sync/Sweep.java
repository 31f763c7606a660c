package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads open tickets by their ids from time to time: a poll shows neither deleted nor hidden ones.
 */
final class Sweep {
  private static final String SWEPT = "swept/";
  private static final int PAGE = 200;

  private final Ledger ledger;
  private final Duration interval;
  private final Standstill standstill;

  Sweep(Ledger ledger, Duration interval, Standstill standstill) {
    this.ledger = ledger;
    this.interval = interval;
    this.standstill = standstill;
  }

  /** The next poll sweeps, whenever the last sweep was. */
  static void askFor(Books books, String tracker) {
    books.settings().put(SWEPT + tracker, Instant.EPOCH.toString());
  }

  /**
   * Sweeps where it is due.
   *
   * @return how many tickets were read
   * @throws TrackerException where one cannot be read; what was read before is kept, and what is
   *     gone is found out again
   */
  int ifDue(Tracker tracker, Instant now) {
    String key = SWEPT + tracker.name();
    Optional<Instant> last = ledger.read(books -> books.settings().get(key)).map(Instant::parse);
    if (last.isEmpty()) {
      ledger.run(books -> books.settings().put(key, now.toString()));
      return 0;
    }
    if (now.isBefore(last.get().plus(interval))) {
      return 0;
    }
    int seen = 0;
    Map<Mirror, String> gone = new LinkedHashMap<>();
    Optional<ItemId> after = Optional.empty();
    List<Mirror> page = open(tracker, after);
    while (!page.isEmpty()) {
      for (Mirror mirror : page) {
        read(tracker, mirror, now).ifPresent(why -> gone.put(mirror, why));
        seen++;
      }
      after = Optional.of(page.get(page.size() - 1).item());
      page = open(tracker, after);
    }
    ledger.run(books -> end(books, tracker, gone, now));
    return seen;
  }

  private List<Mirror> open(Tracker tracker, Optional<ItemId> after) {
    return ledger.read(books -> books.mirrors().open(tracker.name(), after, PAGE));
  }

  /** Reads one ticket; gives why it is gone, where it is. */
  private Optional<String> read(Tracker tracker, Mirror mirror, Instant now) {
    Ticket ticket;
    try {
      ticket = tracker.read(mirror.ticket().ref());
    } catch (TrackerException e) {
      if (e.kind() != FailureKind.GONE) {
        throw e;
      }
      return Optional.of(e.words());
    }
    Observation seen = Observation.of(tracker, ticket, List.of(), Optional.of(mirror));
    ledger.run(
        books -> {
          ActionItem item = books.items().find(mirror.item()).orElseThrow();
          item.filing()
              .filter(filing -> !filing.ref().equals(ticket.ref()))
              .ifPresent(
                  filing ->
                      books.items().put(item.filed(filing.with(ticket.ref(), filing.written()))));
          if (seen.closes(books, item.id())) {
            Standstill.note(books, tracker.name(), item.id());
          }
          seen.keep(books, tracker.name(), item, now);
        });
    return Optional.empty();
  }

  /** Too many that are gone at once are not believed: they are looked for again. */
  private void end(Books books, Tracker tracker, Map<Mirror, String> gone, Instant now) {
    books.settings().put(SWEPT + tracker.name(), now.toString());
    if (standstill.judge(books, tracker.name(), gone.size(), now)) {
      return;
    }
    Standstill.swept(books, tracker.name());
    gone.forEach(
        (mirror, why) -> {
          ActionItem item = books.items().find(mirror.item()).orElseThrow();
          Ticket ticket = Mirroring.gone(mirror.ticket(), why);
          new Observation(ticket, List.of(), Optional.empty(), Optional.empty())
              .keep(books, tracker.name(), item, now);
        });
  }
}
