package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.config.SourceConfig;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.daemon.store.DeliveryLock;
import io.followthrough.daemon.store.InstallationName;
import io.followthrough.daemon.store.SqliteLedger;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.plan.Change;
import io.followthrough.sync.Lanes;
import io.followthrough.tracker.Tracker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens stores, and puts houses together on them. */
public final class Houses {
  private Houses() {}

  /** What this program can do, its connectors included. */
  public static Features features() {
    return Features.of(Sources.types(), Trackers.types()).with("web:access");
  }

  /** A house that delivers, and the role that lets it. */
  public record Delivering(House house, DeliveryLock lock) implements AutoCloseable {
    @Override
    public void close() {
      house.close();
      lock.close();
    }
  }

  /**
   * Opens the store of a configuration for delivering.
   *
   * @param what the process does, for whoever finds the store taken
   * @throws io.followthrough.ledger.LedgerException where another process delivers, or the store
   *     cannot be had
   */
  public static Delivering delivering(
      Configuration configuration, InstantSource clock, String what) {
    Path file = storeFile(configuration);
    DeliveryLock lock = DeliveryLock.acquire(file, what + " since " + clock.instant());
    boolean opened = false;
    try {
      Ledger ledger = open(configuration);
      House house =
          new House(
              configuration,
              ledger,
              trackers(configuration, clock),
              Sources.open(configuration, clock),
              clock,
              node(),
              false,
              Lanes.BESIDE_EACH_OTHER);
      house.takeOverOrphans();
      opened = true;
      return new Delivering(house, lock);
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /**
   * A house on a copy of the store that writes to no tracker, document or store.
   *
   * @param clock what the rehearsal takes for the present
   */
  public static House rehearsal(Configuration configuration, InstantSource clock) {
    Ledger ledger = copy(configuration);
    return new House(
        configuration,
        ledger,
        trackers(configuration, clock),
        Sources.open(configuration, clock),
        clock,
        node(),
        true);
  }

  /** True where another process delivers on the store. */
  public static boolean isTaken(Configuration configuration) {
    return DeliveryLock.holder(storeFile(configuration)).isPresent();
  }

  /** Opens the store beside whoever delivers, for what people say. */
  public static Ledger open(Configuration configuration) {
    SqliteLedger ledger = SqliteLedger.open(storeFile(configuration));
    InstallationName.bind(ledger, configuration.installation(), Set.copyOf(configuration.former()));
    return ledger;
  }

  /** Opens the store for reading; one that is not there yet is empty. */
  public static Ledger openReadOnly(Configuration configuration) {
    Ledger ledger = SqliteLedger.openReadOnly(storeFile(configuration));
    InstallationName.check(
        ledger, configuration.installation(), Set.copyOf(configuration.former()));
    return ledger;
  }

  /** Writes down that a person said yes; whoever delivers obeys at its next turn. */
  public static void confirm(
      Configuration configuration, Ledger ledger, List<Change> shown, Instant now) {
    House.confirmations(configuration)
        .confirm(ledger, person(), names(configuration), trackerNames(configuration), shown, now);
  }

  /** Who runs the command, as the machine knows them. */
  public static String person() {
    return System.getProperty("user.name", "somebody");
  }

  private static Set<String> names(Configuration configuration) {
    return configuration.sources().stream().map(SourceConfig::name).collect(Collectors.toSet());
  }

  private static Set<String> trackerNames(Configuration configuration) {
    return configuration.trackers().stream().map(TrackerConfig::name).collect(Collectors.toSet());
  }

  private static Ledger copy(Configuration configuration) {
    Path store = storeFile(configuration);
    if (Files.notExists(store)) {
      return new MemoryLedger();
    }
    openReadOnly(configuration).close();
    try {
      Path folder = Files.createTempDirectory("followthrough-plan");
      Path copy = folder.resolve("copy.db");
      SqliteLedger.copy(store, copy);
      return new PassingLedger(SqliteLedger.open(copy), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Tracker> trackers(Configuration configuration, InstantSource clock) {
    Path folder = Optional.ofNullable(storeFile(configuration).getParent()).orElseThrow();
    return Trackers.open(configuration, Optional.of(folder), clock);
  }

  static Path storeFile(Configuration configuration) {
    return configuration
        .store()
        .file()
        .orElseThrow(() -> new IllegalArgumentException("the store is no file"));
  }

  /** Different at each start, so that a claim tells its process. */
  private static String node() {
    return ProcessHandle.current().pid() + "-" + UUID.randomUUID();
  }

  /** The real time. */
  public static InstantSource clock() {
    return Instant::now;
  }
}
