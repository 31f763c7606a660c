package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.daemon.schedule.QuartzSchedule;
import io.followthrough.daemon.schedule.Schedule;
import io.followthrough.daemon.store.SharedTimetable;
import io.followthrough.daemon.web.Vitals;
import io.followthrough.ledger.LedgerException;
import io.followthrough.sync.Lanes;
import io.followthrough.tracker.Tracker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program as a service: its cycles on a schedule, its page beside them. */
public final class Daemon implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Daemon.class);
  private static final Duration LONGEST_TURN = Duration.ofHours(1);

  private final Houses.Delivering delivering;
  private final Schedule schedule;
  private final Optional<WebPage> page;
  private final Map<String, Instant> under;
  private final Ruin ruin;

  private Daemon(
      Houses.Delivering delivering,
      Schedule schedule,
      Optional<WebPage> page,
      Map<String, Instant> under,
      Ruin ruin) {
    this.delivering = delivering;
    this.schedule = schedule;
    this.page = page;
    this.under = under;
    this.ruin = ruin;
  }

  /** Starts to run alone; see {@link #start(Configuration, InstantSource, Runnable)}. */
  public static Daemon start(Configuration configuration, InstantSource clock) {
    return start(configuration, clock, () -> {});
  }

  /**
   * Starts to run.
   *
   * @param lost told where others took its work because it stood still: it has to begin anew; and
   *     where its store is damaged, see {@link #ruin}
   * @throws LedgerException where the store cannot be had
   */
  public static Daemon start(Configuration configuration, InstantSource clock, Runnable lost) {
    Houses.Delivering delivering = Houses.delivering(configuration, clock, "run");
    boolean started = false;
    try {
      House house = delivering.house();
      Vitals vitals = new Vitals();
      Map<String, Instant> under = new ConcurrentHashMap<>();
      Ruin ruin = new Ruin(house, lost);
      Schedule schedule = schedule(configuration, clock, delivering);
      schedule.every(
          "documents",
          configuration.cycle().documents(),
          ruin.watched(() -> turn("documents", house::mirror, vitals, clock, under)));
      for (String tracker : house.trackers().keySet()) {
        String name = "tickets of " + tracker;
        schedule.every(
            name,
            configuration.cycle().tickets(),
            ruin.watched(
                () -> {
                  turn(name, now -> house.followUp(tracker, now), vitals, clock, under);
                  warn(tracker, Optional.ofNullable(house.trackers().get(tracker)), vitals);
                }));
      }
      schedule.every(
          "reviews",
          configuration.cycle().tickets(),
          () -> turn("reviews", house::review, vitals, clock, under));
      // Not at its first turn: the tickets are read meanwhile.
      AtomicBoolean begun = new AtomicBoolean();
      schedule.every(
          "digests",
          configuration.cycle().tickets(),
          () -> {
            if (begun.getAndSet(true)) {
              turn("digests", house::digests, vitals, clock, under);
            }
          });
      Optional<WebPage> page =
          configuration.web().map(web -> WebPage.of(configuration, web, house, vitals, clock));
      delivering.role().onLoss(lost);
      schedule.start();
      log.info(
          "{} runs: {} sources, {} trackers",
          configuration.installation(),
          configuration.sources().size(),
          configuration.trackers().size());
      started = true;
      return new Daemon(delivering, schedule, page, under, ruin);
    } finally {
      if (!started) {
        delivering.close();
      }
    }
  }

  /** Several daemons on one store share the timetable: each turn of a job is run by one of them. */
  private static Schedule schedule(
      Configuration configuration, InstantSource clock, Houses.Delivering delivering) {
    int threads = 2 + Lanes.atOnce(delivering.house().trackers().size());
    Optional<SharedTimetable> timetable = Houses.store(configuration, clock).timetable();
    if (timetable.isEmpty()) {
      return new QuartzSchedule(threads);
    }
    SharedTimetable shared = timetable.get();
    shared.prepare();
    String password = shared.password().map(Supplier::get).orElse("");
    return new QuartzSchedule(
        threads,
        delivering.role().node(),
        new QuartzSchedule.Database(shared.limitedUrl(), shared.user(), password));
  }

  private static void turn(
      String name,
      Function<Instant, CycleReport> cycle,
      Vitals vitals,
      InstantSource clock,
      Map<String, Instant> under) {
    Instant begun = clock.instant();
    under.put(name, begun);
    try {
      ended(name, begun, cycle.apply(begun), vitals, clock.instant());
    } catch (LedgerException e) {
      if (e.kind() == LedgerException.Kind.DAMAGED) {
        throw e;
      }
      log.error("{} was broken off: {}", name, e.getMessage());
    } finally {
      under.remove(name);
    }
  }

  private static void ended(
      String name, Instant begun, CycleReport report, Vitals vitals, Instant ended) {
    vitals.cycleEnded(
        name, new Vitals.Turn(ended, Duration.between(begun, ended), report.problems().size()));
    report.sources().forEach((source, problem) -> source(vitals, source, problem));
    report.trackers().forEach((tracker, problem) -> tracker(vitals, tracker, problem));
    report.problems().forEach(problem -> log.warn("{}", problem));
    if (!report.waiting().isEmpty()) {
      log.warn(
          "{} changes wait for a person: `followthrough confirm` shows and releases them",
          report.waiting().size());
    }
    report.exposed().forEach(words -> log.warn("exposed: {}", words));
    report.stopped().forEach((tracker, why) -> log.warn("{} stands still: {}", tracker, why));
    log.debug("{}: {} documents read, {} effects", name, report.documents(), report.sent());
  }

  /** Says once what will soon stop working, such as a token that ends. */
  private static void warn(String name, Optional<Tracker> tracker, Vitals vitals) {
    List<String> words =
        tracker.map(Tracker::warnings).orElse(List.of()).stream()
            .map(x -> x.subject() + " " + x.message())
            .toList();
    if (vitals.trackerWarns(name, words)) {
      words.forEach(each -> log.warn("{}: {}", name, each));
    }
  }

  private static void source(Vitals vitals, String source, Optional<String> problem) {
    problem.ifPresentOrElse(
        why -> vitals.sourceFailed(source, why), () -> vitals.sourceRead(source));
  }

  private static void tracker(Vitals vitals, String tracker, Optional<String> problem) {
    problem.ifPresentOrElse(
        why -> vitals.trackerFailed(tracker, why), () -> vitals.trackerReached(tracker));
  }

  /** True where a turn has not come to its end for an hour: something waits for ever. */
  boolean isStuck(Instant now) {
    return under.values().stream().anyMatch(begun -> begun.plus(LONGEST_TURN).isBefore(now));
  }

  /** Where the page is; empty where it is off. */
  public Optional<URI> address() {
    return page.map(WebPage::address);
  }

  /** Why it cannot go on: its store is damaged. Empty as long as it can. */
  Optional<LedgerException> ruin() {
    return ruin.found();
  }

  /** Lets the call that is under way come to its end, and starts nothing more. */
  @Override
  public void close() {
    delivering.house().stop();
    schedule.close();
    page.ifPresent(WebPage::close);
    delivering.close();
    log.info("ended");
  }
}
