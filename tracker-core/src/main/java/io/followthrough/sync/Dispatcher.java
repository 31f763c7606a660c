package io.followthrough.sync;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.notify.Channel;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the outbox to the trackers and channels: the only way out of the process. One call at a
 * time for each destination; several destinations may be delivered from several threads.
 */
public final class Dispatcher {
  private static final int PAGE = 50;
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Ledger ledger;
  private final Map<String, Tracker> trackers;
  private final Map<String, Channel> channels;
  private final Destinations destinations;
  private final InstantSource clock;
  private final String node;
  private final Lanes lanes;
  private final Settler settler;
  private final Bookkeeper bookkeeper;
  private final Greeting greeting;
  private final Claims claims;
  private final Courier courier;

  private final Turns turns;

  /** Whoever finds a destination taken leaves its entries to the thread that delivers there. */
  private final ConcurrentMap<String, ReentrantLock> threads = new ConcurrentHashMap<>();

  /**
   * A dispatcher that serves its destinations one after the other.
   *
   * @param trackers by their names
   * @param node this process, different at each start
   */
  public Dispatcher(
      String installation,
      Ledger ledger,
      Map<String, Tracker> trackers,
      Destinations destinations,
      InstantSource clock,
      String node) {
    this(
        installation,
        ledger,
        trackers,
        Map.of(),
        destinations,
        clock,
        node,
        Lanes.IN_TURN,
        Turns.ALONE);
  }

  /**
   * A dispatcher.
   *
   * @param channels by their names, which no tracker has
   * @param lanes how several destinations are served
   * @param turns who else delivers from this ledger
   */
  public Dispatcher(
      String installation,
      Ledger ledger,
      Map<String, Tracker> trackers,
      Map<String, Channel> channels,
      Destinations destinations,
      InstantSource clock,
      String node,
      Lanes lanes,
      Turns turns) {
    this.ledger = ledger;
    this.trackers = Map.copyOf(trackers);
    this.channels = Map.copyOf(channels);
    this.destinations = destinations;
    this.clock = clock;
    this.node = node;
    this.lanes = lanes;
    this.turns = turns;
    this.settler = new Settler(installation);
    this.bookkeeper = new Bookkeeper();
    this.greeting = new Greeting(installation, ledger);
    this.claims = new Claims(ledger, bookkeeper, clock, node);
    this.courier = new Courier(ledger, bookkeeper, claims, clock);
  }

  /**
   * Takes over what an earlier process left in flight. Only for a process that holds the store
   * alone: nobody else can be calling.
   */
  public void takeOverOrphans() {
    ledger.run(
        books -> {
          for (OutboxEntry entry : books.outbox().in(OutboxState.IN_FLIGHT, Integer.MAX_VALUE)) {
            if (entry.claim().filter(claim -> !claim.owner().equals(node)).isPresent()) {
              books
                  .outbox()
                  .replace(entry, entry.unknown("the process died meanwhile", clock.instant()));
            }
          }
        });
  }

  /**
   * Delivers all that is due, each destination for itself, until nothing more can be done now.
   *
   * @param stopping asked before each call; true leaves the rest for later
   */
  public Delivery deliver(BooleanSupplier stopping) {
    List<String> due = ledger.read(books -> books.outbox().destinations());
    return lanes.each(due, destination -> deliver(destination, stopping)).stream()
        .reduce(Delivery.NOTHING, Delivery::and);
  }

  /** Delivers what is due at one destination; see {@link #deliver(BooleanSupplier)}. */
  public Delivery deliver(String destination, BooleanSupplier stopping) {
    if (!trackers.containsKey(destination) && !channels.containsKey(destination)) {
      return new Delivery(0, List.of(destination + " is not in the configuration any more"));
    }
    if (!destinations.isOpen(destination)) {
      return Delivery.NOTHING;
    }
    ReentrantLock thread = threads.computeIfAbsent(destination, name -> new ReentrantLock());
    if (!thread.tryLock()) {
      return Delivery.NOTHING;
    }
    try {
      return inTurn(destination, stopping);
    } finally {
      thread.unlock();
    }
  }

  private Delivery inTurn(String destination, BooleanSupplier stopping) {
    if (!turns.take(destination)) {
      return Delivery.NOTHING;
    }
    try {
      return rounds(destination, stopping);
    } finally {
      turns.give(destination);
    }
  }

  private Delivery rounds(String destination, BooleanSupplier stopping) {
    Round round = new Round(destination);
    while (!stopping.getAsBoolean() && round.goesOn()) {
      List<OutboxEntry> work = ledger.read(books -> workable(books, destination));
      if (work.isEmpty()) {
        break;
      }
      Channel channel = channels.get(destination);
      if (channel != null) {
        each(work, entry -> courier.step(channel, entry, round), round, stopping);
      } else {
        Tracker tracker = Objects.requireNonNull(trackers.get(destination), destination);
        List<OutboxEntry> together = together(tracker, work);
        createTogether(tracker, together, round);
        List<OutboxEntry> single =
            work.stream().filter(entry -> !together.contains(entry)).toList();
        each(single, entry -> step(tracker, entry, round), round, stopping);
      }
    }
    return round.result(
        ledger.read(books -> bookkeeper.unsettled(books, destination, clock.instant())));
  }

  private static void each(
      List<OutboxEntry> work, Consumer<OutboxEntry> step, Round round, BooleanSupplier stopping) {
    for (OutboxEntry entry : work) {
      if (stopping.getAsBoolean() || !round.goesOn()) {
        break;
      }
      step.accept(entry);
    }
  }

  private List<OutboxEntry> workable(Books books, String destination) {
    Instant now = clock.instant();
    if (Destinations.waitsUntil(books, destination, now).isPresent()) {
      return List.of();
    }
    boolean flows = Standstill.of(books, destination).isEmpty();
    Restraint restraint = Restraint.of(books, now);
    return flows && restraint.isNone()
        ? books.outbox().workable(destination, now, PAGE)
        : books.outbox().workable(destination, now, Integer.MAX_VALUE).stream()
            .filter(entry -> flows || goesOnInAStandstill(entry))
            .filter(
                entry ->
                    entry.state() != OutboxState.PENDING || restraint.on(books, entry).isEmpty())
            .toList();
  }

  private void step(Tracker tracker, OutboxEntry entry, Round round) {
    switch (entry.state()) {
      case PENDING -> send(tracker, entry, round);
      case IN_FLIGHT -> {
        OutboxEntry orphan = entry.unknown("its node fell silent", clock.instant());
        if (ledger.write(books -> books.outbox().replace(entry, orphan))) {
          settle(tracker, orphan, round);
        }
      }
      case UNKNOWN -> settle(tracker, entry, round);
      case DONE, SUPERSEDED, PARKED -> round.stop();
    }
  }

  /** The creations that go in one call, where the tracker takes several and several are due. */
  private static List<OutboxEntry> together(Tracker tracker, List<OutboxEntry> work) {
    List<OutboxEntry> due =
        tracker.capabilities().contains(Capability.CREATE_MANY)
            ? work.stream()
                .filter(
                    entry -> entry.state() == OutboxState.PENDING && entry.effect().isCreation())
                .toList()
            : List.of();
    return due.size() > 1 ? due : List.of();
  }

  private void createTogether(Tracker tracker, List<OutboxEntry> due, Round round) {
    if (due.isEmpty() || !isGreeted(tracker, due.get(0), round)) {
      return;
    }
    List<OutboxEntry> claimed = claims.claim(due);
    if (claimed.isEmpty() || !claimed.stream().allMatch(claims::isFresh)) {
      claimed.forEach(claims::giveBack);
      return;
    }
    List<Outcome> outcomes = Sender.create(tracker, claimed);
    for (int i = 0; i < claimed.size(); i++) {
      OutboxEntry entry = claimed.get(i);
      Optional<TrackerException> failure =
          outcomes
              .get(i)
              .match(
                  receipt -> {
                    landed(
                        tracker,
                        entry,
                        Sender.born(tracker, entry, receipt, clock.instant()),
                        round);
                    return Optional.empty();
                  },
                  Optional::of);
      failure.ifPresent(e -> failed(tracker, entry, e, round));
    }
  }

  /** Meets the tracker before the first creation; false where that failed and all has to wait. */
  private boolean isGreeted(Tracker tracker, OutboxEntry entry, Round round) {
    try {
      if (greeting.isDue(tracker)) {
        round.sent(greeting.greet(tracker, clock.instant()));
      }
      return true;
    } catch (TrackerException e) {
      postponed(entry, e, round);
      return false;
    }
  }

  private void send(Tracker tracker, OutboxEntry entry, Round round) {
    if (entry.effect().isCreation() && !isGreeted(tracker, entry, round)) {
      return;
    }
    try {
      if (greeting.wasFound(entry) && happened(tracker, entry, round)) {
        return;
      }
    } catch (TrackerException e) {
      notLookedUp(entry, e, round);
      return;
    }
    claims.claim(entry).ifPresent(claimed -> call(tracker, claimed, round));
  }

  private void call(Tracker tracker, OutboxEntry claimed, Round round) {
    Dossier about = ledger.read(books -> Dossier.of(books, claimed.subject()));
    if (!claims.isFresh(claimed)) {
      claims.giveBack(claimed);
      return;
    }
    try {
      landed(tracker, claimed, Sender.send(tracker, claimed, about, clock.instant()), round);
    } catch (TrackerException e) {
      failed(tracker, claimed, e, round);
    }
  }

  private void landed(Tracker tracker, OutboxEntry claimed, Sender.Landed landed, Round round) {
    ledger.run(books -> bookkeeper.landed(books, claimed, landed, clock.instant()));
    round.sent(1);
    log.info("{} {} for {}", tracker.name(), landed.words(), claimed.subject().words());
  }

  private void failed(Tracker tracker, OutboxEntry claimed, TrackerException e, Round round) {
    OutboxEntry after =
        ledger.write(books -> bookkeeper.failed(books, claimed, e, clock.instant()));
    log.warn("{}: {}: {}", tracker.name(), claimed.subject().words(), e.getMessage());
    round.failed(e);
    if (after.state() == OutboxState.UNKNOWN && e.kind() == FailureKind.UNKNOWN_OUTCOME) {
      settle(tracker, after, round);
    }
  }

  private void postponed(OutboxEntry entry, TrackerException e, Round round) {
    round.failed(e);
    ledger.run(books -> bookkeeper.postponed(books, entry, e, clock.instant()));
  }

  private void settle(Tracker tracker, OutboxEntry entry, Round round) {
    Instant now = clock.instant();
    try {
      if (!happened(tracker, entry, round)) {
        Optional<Instant> called = turns.mayBeCalledUntil(entry);
        ledger.run(books -> bookkeeper.notFound(books, entry, tracker.findLag(), called, now));
      }
    } catch (TrackerException e) {
      notLookedUp(entry, e, round);
    }
  }

  /** On a ticket that is gone nothing will be found, and nothing has to be said. */
  private void notLookedUp(OutboxEntry entry, TrackerException e, Round round) {
    if (e.kind() == FailureKind.GONE && !entry.effect().isCreation()) {
      ledger.run(books -> bookkeeper.gone(books, entry, e, clock.instant()));
    } else {
      postponed(entry, e, round);
    }
  }

  /** Looks an effect up, and writes it down where it is there. */
  private boolean happened(Tracker tracker, OutboxEntry entry, Round round) {
    Dossier about = ledger.read(books -> Dossier.of(books, entry.subject()));
    Instant now = clock.instant();
    Optional<Sender.Landed> landed = settler.look(tracker, entry, about, now);
    if (landed.isEmpty()) {
      return false;
    }
    ledger.run(books -> bookkeeper.landed(books, entry, landed.get(), now));
    round.sent(1);
    log.info(
        "{} {} for {}, found by its mark",
        tracker.name(),
        landed.get().words(),
        entry.subject().words());
    return true;
  }

  /** A new promise may have its ticket, and what is under way is settled. */
  private static boolean goesOnInAStandstill(OutboxEntry entry) {
    return entry.effect().isCreation()
        || entry.effect() instanceof Effect.AmendComment
        || entry.effect() instanceof Effect.CloseTicket
        || entry.state() != OutboxState.PENDING;
  }
}
