package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Daemon;
import io.followthrough.daemon.config.Configuration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the daemon, in the foreground. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the daemon in the foreground until SIGTERM or SIGINT.")
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    CountDownLatch stop = new CountDownLatch(1);
    try (OnSignal signal = OnSignal.of(stop::countDown)) {
      try (Daemon daemon = Daemon.start(configuration, terminal.clock())) {
        daemon
            .address()
            .ifPresent(
                address -> terminal.out().println("followthrough runs; its page: " + address));
        stop.await();
      }
      signal.ended();
    }
    return ExitCode.DONE;
  }
}
