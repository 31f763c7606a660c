package io.followthrough.daemon.simulation;

import static java.util.Objects.requireNonNull;

import io.followthrough.daemon.app.House;
import io.followthrough.item.ActionItem;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.tracker.FaultyTracker;
import io.followthrough.tracker.MemoryTicket;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that a history happens to: documents, trackers, people, processes, and time. */
final class World {
  private static final Duration LATE = Duration.ofMinutes(2);

  /** Which of so many histories keep their books in a file. */
  private static final int FILES = 40;

  private final Setting setting;
  private final Trace trace;
  private final Store store;
  private final Shelf shelf = new Shelf();
  private final Map<String, MemoryTracker> trackers = new TreeMap<>();
  private final Map<String, FaultyTracker> faulty = new TreeMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Authors authors;
  private final People people;
  private final Set<String> excused = new TreeSet<>();
  private final boolean tooLate;
  private int jumps;
  private Instant now;

  World(History history, Setting setting, Trace trace) {
    this.setting = setting;
    this.trace = trace;
    Random dice = new Random(history.seed());
    now = Instant.parse("2026-01-05T08:00:00Z").plus(Duration.ofHours(dice.nextInt(24 * 900)));
    Duration lag = Duration.ofSeconds(List.of(0, 0, 60, 600).get(dice.nextInt(4)));
    boolean file = Math.floorMod(history.seed(), FILES) == 0;
    boolean shared = !file && dice.nextInt(3) == 0;
    tooLate = dice.nextInt(8) == 0;
    store = new Store(file ? Optional.of(setting.newStore()) : Optional.empty());
    for (String name : List.of("back", "pay")) {
      MemoryTracker tracker =
          MemoryTracker.builder(name, this::now)
              .project(name.toUpperCase(java.util.Locale.ROOT))
              .findLag(lag)
              .pageSize(7)
              .build();
      trackers.put(name, tracker);
      faulty.put(name, new FaultyTracker(tracker, this::now, LATE, Weather.CALM.script()));
    }
    authors = new Authors(shelf, dice);
    people = new People(List.copyOf(trackers.values()));
    nodes.add(new Node(this, "one"));
    if (shared) {
      nodes.add(new Node(this, "two"));
    }
    setting.confirm(store.ledger(), now);
    trace.say(() -> "begins " + now + ", lag " + lag + ", " + nodes.size() + " processes");
  }

  Instant now() {
    return now;
  }

  Trace trace() {
    return trace;
  }

  Ledger ledger() {
    return store.ledger();
  }

  Store store() {
    return store;
  }

  Authors authors() {
    return authors;
  }

  People people() {
    return people;
  }

  Map<String, MemoryTracker> trackers() {
    return trackers;
  }

  /** How often a clock went forward by more than time did. */
  int jumps() {
    return jumps;
  }

  /** Items and keys of comments that nobody can promise to be said once. */
  Set<String> excused() {
    Set<String> all = new TreeSet<>(excused);
    faulty.values().forEach(tracker -> all.addAll(tracker.tooLate()));
    return all;
  }

  /** Operations and faults that met, over both trackers and all places of the program. */
  Set<String> points() {
    Set<String> all = new TreeSet<>(trace.points());
    faulty.values().forEach(tracker -> all.addAll(tracker.faultPoints()));
    return all;
  }

  House open(Node node, String life) {
    store.reopen();
    Map<String, Tracker> seen = new HashMap<>();
    faulty.forEach((name, tracker) -> seen.put(name, new SteppedTracker(tracker, node)));
    return setting.house(
        new SteppedLedger(store.ledger(), node), seen, shelf, node::now, life, nodes.size() == 1);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Late effects arrive in their second, as they would whoever looks. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    Optional<Instant> next = nextArrival();
    while (next.filter(at -> !at.isAfter(end)).isPresent()) {
      now = next.get().isAfter(now) ? next.get() : now;
      faulty.values().forEach(FaultyTracker::arrive);
      next = nextArrival();
    }
    now = end;
  }

  private Optional<Instant> nextArrival() {
    return faulty.values().stream()
        .flatMap(tracker -> tracker.nextArrival().stream())
        .min(Comparator.naturalOrder());
  }

  /** Plays one move. */
  void play(Move move) {
    Random dice = move.dice();
    String details =
        switch (move.kind()) {
          case NEW_DOCUMENT,
              NEW_ITEM,
              REWORD,
              REORDER,
              OTHER_SECTION,
              SPLIT,
              REMOVE_ITEM,
              RESTORE_ITEM,
              REDATE_ITEM,
              REASSIGN_ITEM,
              TICK,
              RENAME_DOCUMENT,
              COPY_DOCUMENT,
              DELETE_DOCUMENT,
              RESTORE_DOCUMENT,
              HALF_SAVED ->
              authors.write(move.kind(), dice, today());
          case CLOSE,
              DECLINE,
              REOPEN,
              REDATE,
              ASSIGN,
              COMMENT,
              RETITLE,
              WRITE_AROUND,
              WRITE_INTO,
              TAKE_OUR_BLOCK,
              START,
              BLOCK,
              DELETE,
              OTHER_BOT,
              CLOSE_ALL,
              DELETE_MANY ->
              people.act(move.kind(), dice, today(), this::isFiled);
          case LINK_TICKET -> link(dice);
          case RETRY -> retry();
          case SECONDS -> passed(Duration.ofSeconds(1 + dice.nextInt(300)));
          case HOURS -> passed(Duration.ofMinutes(10 + dice.nextInt(12 * 60)));
          case DAYS -> passed(Duration.ofHours(12 + dice.nextInt(24 * 9)));
          case A_MONTH_ASLEEP -> passed(Duration.ofDays(28 + dice.nextInt(10)));
          case CLOCK -> clock(dice);
          case WEATHER -> weather(dice);
          case CYCLE -> cycle(dice);
          case CROWD -> new Crowd(this, nodes, dice).play();
          case A_WEEK -> week(dice);
        };
    trace.say(() -> now + " " + move.kind() + (details.isEmpty() ? "" : ": " + details));
  }

  /** Nobody can promise that these effects happen once, a line each. */
  void excuse(String effects) {
    excused.addAll(effects.lines().toList());
  }

  private boolean isFiled(String tracker, String id) {
    return ledger().read(books -> books.items().filedAs(tracker, id)).isPresent();
  }

  private String passed(Duration time) {
    pass(time);
    return time.toString();
  }

  private String link(Random dice) {
    String title = "Adopt what " + dice.nextInt(1000) + " others began by hand";
    return authors.link(people.open(dice, title), title, dice, today());
  }

  /** What {@code retry} does. */
  private String retry() {
    return ledger()
        .write(
            books -> {
              List<OutboxEntry> parked = books.outbox().in(OutboxState.PARKED, 100);
              for (OutboxEntry entry : parked) {
                boolean free = books.outbox().replace(entry, entry.again("released", now));
                if (free) {
                  books
                      .journal()
                      .append(
                          new JournalEntry(
                              now, JournalEntry.US, entry.item(), "retried", "released", "retry"));
                }
              }
              return parked.size() + " released";
            });
  }

  /**
   * The clock of the processes is set back or put right; forward, where it is wrong already.
   * Several on one store have to agree on the time.
   */
  private String clock(Random dice) {
    Duration before = nodes.get(0).skew();
    List<Duration> choice =
        List.of(
            Duration.ofHours(-1),
            Duration.ofDays(-365),
            Duration.ofHours(1),
            Duration.ofMinutes(-10),
            Duration.ZERO,
            Duration.ZERO);
    Duration after = choice.get(dice.nextInt(choice.size()));
    setClocks(after);
    trace.met("the clock that is " + before + " off is " + after + " off");
    return "";
  }

  /**
   * A clock that goes forward by more than time did makes a call of unknown outcome seem to have
   * had all its time: nobody can promise that its effect is not still to come.
   */
  private void setClocks(Duration skew) {
    if (skew.compareTo(nodes.get(0).skew()) > 0) {
      jumps++;
      ledger()
          .read(
              books ->
                  Stream.of(OutboxState.UNKNOWN, OutboxState.IN_FLIGHT)
                      .flatMap(state -> books.outbox().in(state, Integer.MAX_VALUE).stream())
                      .toList())
          .forEach(entry -> excused.addAll(List.of(entry.subject().value(), entry.key())));
    }
    nodes.forEach(node -> node.setSkew(skew));
  }

  private String weather(Random dice) {
    FaultyTracker tracker = requireNonNull(faulty.get(dice.nextInt(3) == 0 ? "pay" : "back"));
    Weather weather = Weather.any(dice, tooLate);
    tracker.setScript(weather.script());
    return tracker.name() + ": " + weather.words();
  }

  private String cycle(Random dice) {
    Node node = nodes.get(dice.nextInt(nodes.size()));
    if (dice.nextInt(3) == 0) {
      node.dieAfter(1 + dice.nextInt(60));
    }
    node.mirror();
    node.followUp();
    node.live();
    return node.name();
  }

  private String week(Random dice) {
    Node node = nodes.get(dice.nextInt(nodes.size()));
    for (int day = 0; day < 7; day++) {
      pass(Duration.ofHours(24));
      if (day % 3 == 0) {
        node.mirror();
      }
      node.followUp();
    }
    return node.name();
  }

  /** Tells what there is: items, outbox and tickets. */
  void tell() {
    for (ActionItem item :
        ledger().read(books -> books.items().after(Optional.empty(), Integer.MAX_VALUE))) {
      trace.say(
          () ->
              "item "
                  + item.id()
                  + " "
                  + item.stage()
                  + item.removedAt().map(at -> " removed").orElse("")
                  + " in "
                  + item.origin().path()
                  + " as "
                  + item.filing().map(filing -> filing.ref().key()).orElse("none")
                  + ": "
                  + item.promise().title());
      ledger()
          .read(books -> books.outbox().ofItem(item.id()))
          .forEach(entry -> trace.say(() -> "  " + entry.key() + " " + entry.state()));
    }
    for (MemoryTracker tracker : trackers.values()) {
      tracker.snapshot().tickets().forEach(held -> trace.say(() -> told(held)));
    }
  }

  private static String told(MemoryTicket held) {
    return "ticket "
        + held.id()
        + " "
        + held.ticket().state()
        + (held.deleted() ? " deleted" : "")
        + held.ticket().marker().map(mark -> " of " + mark.item()).orElse("")
        + ": "
        + held.ticket().title();
  }

  /** All is well again, and goes on until nothing is left to be done. */
  void comeToRest() {
    trace.say(() -> now + " all is well again");
    faulty.values().forEach(tracker -> tracker.setScript(Weather.CALM.script()));
    setClocks(Duration.ZERO);
    nodes.forEach(Node::live);
    authors.finish();
    Stream.of(10, 40, 90, 240, 30 * 60, 30 * 60, 20)
        .forEach(
            minutes -> {
              pass(Duration.ofMinutes(minutes));
              nodes.forEach(Node::mirror);
              nodes.forEach(Node::followUp);
            });
  }
}
