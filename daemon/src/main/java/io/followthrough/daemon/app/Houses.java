package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.config.SourceConfig;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.daemon.status.DiscreetLedger;
import io.followthrough.daemon.store.DeliveryLock;
import io.followthrough.daemon.store.InstallationName;
import io.followthrough.daemon.store.SqliteLedger;
import io.followthrough.daemon.store.Store;
import io.followthrough.document.DocumentSource;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.plan.Change;
import io.followthrough.sync.Lanes;
import io.followthrough.sync.Membership;
import io.followthrough.sync.Turns;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Opens stores, and puts houses together on them. */
public final class Houses {
  private Houses() {}

  /** What this program can do, its connectors included. */
  public static Features features() {
    return Features.of(Sources.types(), Trackers.types())
        .with(
            "web:access",
            "store:postgresql",
            "confidential",
            "reports",
            "retired",
            "raise-priority",
            "templates",
            "postmortem-ticket",
            "channels",
            "digest");
  }

  /** A house that delivers, and the role that lets it. */
  public record Delivering(House house, Role role) implements AutoCloseable {
    @Override
    public void close() {
      house.stop();
      role.leave();
      house.close();
      role.close();
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
    return delivering(configuration, clock, what, Optional.empty());
  }

  /**
   * Opens the store of a configuration for delivering.
   *
   * @param only the document or item that a person wants a cycle for; everything where absent
   * @throws IllegalArgumentException where it is not known, or may be several
   */
  public static Delivering delivering(
      Configuration configuration, InstantSource clock, String what, Optional<String> only) {
    Store store = store(configuration, clock);
    Role role = role(configuration, store, clock, what);
    boolean opened = false;
    try {
      Archive.begin(role.ledger(), configuration, clock.instant());
      Homes.require(role.ledger(), configuration);
      List<DocumentSource> sources = Sources.open(configuration, clock);
      Ledger ledger =
          only.map(text -> new FocusFinder(configuration, role.ledger(), sources).find(text))
              .map(focus -> focus.over(role.ledger()))
              .orElse(role.ledger());
      House house =
          new House(
              configuration,
              ledger,
              trackers(configuration, clock),
              sources,
              clock,
              role.node(),
              Channels.open(configuration, clock),
              false,
              Lanes.BESIDE_EACH_OTHER,
              role.turns());
      if (!role.isShared()) {
        house.takeOverOrphans();
      }
      opened = true;
      return new Delivering(house, role);
    } finally {
      if (!opened) {
        role.leave();
        role.ledger().close();
        role.close();
      }
    }
  }

  private static Role role(
      Configuration configuration, Store store, InstantSource clock, String what) {
    if (store.file().isEmpty()) {
      return SharedRole.join(open(configuration, store), clock, configuration.store().lease());
    }
    DeliveryLock lock =
        DeliveryLock.acquire(store.file().get(), what + " since " + clock.instant());
    boolean opened = false;
    try {
      Role role = new Role.Alone(open(configuration, store), lock, Nodes.name());
      opened = true;
      return role;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /**
   * A house beside whoever delivers: it reads trackers, keeps what it finds, and writes to none.
   */
  public static House beside(Configuration configuration, InstantSource clock) {
    return new House(
        configuration,
        open(configuration),
        trackers(configuration, clock),
        Sources.open(configuration, clock),
        clock,
        Nodes.name(),
        Channels.open(configuration, clock),
        true,
        Lanes.IN_TURN,
        Turns.ALONE);
  }

  /**
   * A house on a copy of the store that writes to no tracker, document or store.
   *
   * @param clock what the rehearsal takes for the present
   */
  public static House rehearsal(Configuration configuration, InstantSource clock) {
    Ledger ledger = copy(configuration, clock);
    return new House(
        configuration,
        ledger,
        trackers(configuration, clock),
        Sources.open(configuration, clock),
        clock,
        Nodes.name(),
        Channels.open(configuration, clock),
        true,
        Lanes.IN_TURN,
        Turns.ALONE);
  }

  /** True where another process delivers on the store. */
  public static boolean isTaken(Configuration configuration) {
    Store store = store(configuration, clock());
    return store
        .file()
        .map(file -> DeliveryLock.holder(file).isPresent())
        .orElseGet(() -> isShared(store));
  }

  private static boolean isShared(Store store) {
    try (Ledger ledger = store.openReadOnly()) {
      return ledger.read(books -> !Membership.living(books, clock().instant()).isEmpty());
    }
  }

  /** Opens the store beside whoever delivers, for what people say. */
  public static Ledger open(Configuration configuration) {
    return open(configuration, store(configuration, clock()));
  }

  private static Ledger open(Configuration configuration, Store store) {
    Ledger ledger = store.open();
    boolean bound = false;
    try {
      InstallationName.bind(
          ledger, configuration.installation(), Set.copyOf(configuration.former()));
      bound = true;
      return ledger;
    } finally {
      if (!bound) {
        ledger.close();
      }
    }
  }

  /** Opens the store for reading; one that is not there yet is empty. */
  public static Ledger openReadOnly(Configuration configuration) {
    Ledger ledger = store(configuration, clock()).openReadOnly();
    InstallationName.check(
        ledger, configuration.installation(), Set.copyOf(configuration.former()));
    return new DiscreetLedger(ledger);
  }

  /** The store that a configuration names; it is not opened yet. */
  static Store store(Configuration configuration, InstantSource clock) {
    Optional<Supplier<String>> password =
        configuration.store().password().map(secret -> secret::reveal);
    return configuration
        .store()
        .file()
        .map(Store::sqlite)
        .orElseGet(() -> Store.postgres(configuration.store().url(), password, clock));
  }

  /** Writes down that a person said yes; whoever delivers obeys at its next turn. */
  public static void confirm(
      Configuration configuration, Ledger ledger, List<Change> shown, Instant now) {
    Rules.confirmations(configuration)
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

  private static Ledger copy(Configuration configuration, InstantSource clock) {
    Store store = store(configuration, clock);
    openReadOnly(configuration).close();
    try {
      Path folder = Files.createTempDirectory("followthrough-plan");
      Path copy = folder.resolve("copy.db");
      boolean there = store.copy(copy);
      return new PassingLedger(there ? SqliteLedger.open(copy) : new MemoryLedger(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Tracker> trackers(Configuration configuration, InstantSource clock) {
    return Trackers.open(configuration, Optional.of(configuration.store().folder()), clock);
  }

  /** The real time. */
  public static InstantSource clock() {
    return Instant::now;
  }
}
