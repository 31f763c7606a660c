package io.followthrough.daemon.cli;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.sync.Destinations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Says every few seconds what a long {@code sync} has still to deliver, where, and how long that
 * takes by the pace so far. A short one ends before the first line.
 */
final class SyncProgress implements AutoCloseable {
  /** How often a line is printed. */
  static final Duration EVERY = Duration.ofSeconds(10);

  private static final int COUNTED = 5_000;

  private final Ledger ledger;
  private final InstantSource clock;
  private final Duration every;
  private final Consumer<String> told;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "sync-progress");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> telling;
  private Map<String, Long> before = Map.of();

  /**
   * Starts telling.
   *
   * @param told gets each line, on a thread of its own
   */
  SyncProgress(Ledger ledger, InstantSource clock, Duration every, Consumer<String> told) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.every = requireNonNull(every, "every is null");
    this.told = requireNonNull(told, "told is null");
    this.telling =
        thread.scheduleAtFixedRate(
            this::tell, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is left at a destination, and until when that asked to be left alone. */
  record Left(long entries, Optional<Instant> waitsUntil) {}

  /** A line for each destination that has something left. */
  static List<String> lines(Map<String, Left> left, Map<String, Long> before, Duration since) {
    List<String> lines = new ArrayList<>();
    left.forEach(
        (destination, there) ->
            lines.add(
                destination
                    + ": "
                    + there.entries()
                    + (there.entries() == 1 ? " delivery" : " deliveries")
                    + " to go"
                    + there
                        .waitsUntil()
                        .map(until -> "; it asked to be left alone until " + until)
                        .orElseGet(
                            () ->
                                rest(there.entries(), before.getOrDefault(destination, 0L), since)
                                    .map(time -> ", about " + time)
                                    .orElse(""))));
    return lines;
  }

  @Override
  public void close() {
    telling.cancel(true);
    thread.shutdown();
  }

  private void tell() {
    try {
      Map<String, Left> left = ledger.read(this::left);
      lines(left, before, every).forEach(told);
      before =
          left.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().entries()));
    } catch (LedgerException e) {
      before = Map.of();
    }
  }

  private Map<String, Left> left(Books books) {
    Map<String, Long> counts =
        books.outbox().in(OutboxState.PENDING, COUNTED).stream()
            .collect(
                Collectors.groupingBy(
                    OutboxEntry::destination, TreeMap::new, Collectors.counting()));
    Map<String, Left> left = new TreeMap<>();
    counts.forEach(
        (destination, count) ->
            left.put(
                destination,
                new Left(count, Destinations.waitsUntil(books, destination, clock.instant()))));
    return left;
  }

  /** By what became less since the last look; unknown while nothing does. */
  private static Optional<String> rest(long now, long before, Duration since) {
    long done = before - now;
    if (done <= 0) {
      return Optional.empty();
    }
    Duration rest = since.multipliedBy(now).dividedBy(done);
    return Optional.of(
        rest.compareTo(Duration.ofMinutes(2)) < 0
            ? rest.truncatedTo(ChronoUnit.SECONDS).toSeconds() + " s"
            : rest.toMinutes() + " min");
  }
}
