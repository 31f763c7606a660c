package io.followthrough.daemon.app;

import static java.util.Objects.requireNonNull;

import io.followthrough.daemon.config.ConfigProblems;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.ledger.LedgerException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a daemon running until it is asked to stop: with another configuration when it is asked to
 * read the file again or the people file has changed, and anew when others took its work because it
 * stood still.
 */
public final class Supervisor {
  /** What may be asked of it. */
  private enum Wish {
    STOP,
    RELOAD,
    ANEW,
  }

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
  private final Supplier<Configuration> file;
  private final InstantSource clock;
  private final Consumer<URI> page;
  private final Systemd systemd;

  /**
   * A supervisor of a daemon that does not run yet.
   *
   * @param file reads the configuration
   * @param page told where the page is, at the first start
   * @param systemd told how it goes
   */
  public Supervisor(
      Supplier<Configuration> file, InstantSource clock, Consumer<URI> page, Systemd systemd) {
    this.file = requireNonNull(file, "file is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.page = requireNonNull(page, "page is null");
    this.systemd = requireNonNull(systemd, "systemd is null");
  }

  /** Asks it to end; from any thread. */
  public void stop() {
    wishes.add(Wish.STOP);
  }

  /** Asks it to read the configuration again; from any thread. */
  public void reload() {
    wishes.add(Wish.RELOAD);
  }

  /**
   * Runs until {@link #stop}.
   *
   * @throws ConfigProblems where the first configuration is wrong
   * @throws LedgerException where the store cannot be had at the first start, or is damaged later
   */
  public void run() throws InterruptedException {
    Configuration configuration = file.get();
    FileWatch people = new FileWatch(configuration.peopleFile());
    Daemon daemon = start(configuration);
    daemon.address().ifPresent(page);
    systemd.ready();
    while (true) {
      @Nullable Wish wish = wishes.poll(systemd.watchEvery().toMillis(), TimeUnit.MILLISECONDS);
      if (wish == null) {
        watch(daemon);
        if (people.isChanged()) {
          reload();
        }
      } else if (wish == Wish.STOP) {
        systemd.stopping();
        daemon.close();
        return;
      } else {
        if (daemon.ruin().isPresent()) {
          systemd.stopping();
          close(daemon);
          throw daemon.ruin().get();
        }
        Optional<Configuration> next = wish == Wish.RELOAD ? reread() : Optional.of(configuration);
        if (next.isPresent()) {
          systemd.reloading();
          close(daemon);
          Optional<Daemon> again = again(List.of(next.get(), configuration));
          if (again.isEmpty()) {
            return;
          }
          daemon = again.get();
          configuration = next.get();
          people = new FileWatch(configuration.peopleFile());
          systemd.ready();
        }
      }
    }
  }

  /** One that is stuck is not said to be alive, and is started again by the service manager. */
  private void watch(Daemon daemon) {
    if (!daemon.isStuck(clock.instant())) {
      systemd.alive();
    }
  }

  private Daemon start(Configuration configuration) {
    return Daemon.start(configuration, clock, () -> wishes.add(Wish.ANEW));
  }

  /** The configuration as it stands in the file now; empty where that is wrong. */
  private Optional<Configuration> reread() {
    try {
      Configuration next = file.get();
      log.info("the configuration is read again");
      return Optional.of(next);
    } catch (ConfigProblems e) {
      e.problems().forEach(problem -> log.error("{}", problem));
      log.error("the new configuration is wrong; the old one stays in force");
      return Optional.empty();
    }
  }

  /** Starts with one of several configurations, in turns; empty where it is asked to end. */
  private Optional<Daemon> again(List<Configuration> choices) throws InterruptedException {
    for (int i = 0; true; i++) {
      try {
        return Optional.of(start(choices.get(i % choices.size())));
      } catch (LedgerException | IllegalArgumentException e) {
        log.error("it does not start: {}", e.getMessage());
      }
      @Nullable Wish wish = wishes.poll(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
      if (wish == Wish.STOP) {
        return Optional.empty();
      }
      systemd.alive();
    }
  }

  private static void close(Daemon daemon) {
    try {
      daemon.close();
    } catch (LedgerException e) {
      log.warn("it did not end cleanly: {}", e.getMessage());
    }
  }
}
