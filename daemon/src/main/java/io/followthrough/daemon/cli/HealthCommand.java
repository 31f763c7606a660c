package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.HealthProbe;
import io.followthrough.daemon.config.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code health}: whether the daemon of this machine is well, as an exit code. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = "Asks the daemon of this machine whether it lives; ends with 0 or 1.")
final class HealthCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--ready", description = "Whether it is ready: store, trackers and sources.")
  private boolean ready;

  HealthCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    boolean well = HealthProbe.isWell(configuration, ready ? "/health/ready" : "/health/live");
    terminal.out().println(well ? "well" : "not well");
    return well ? ExitCode.DONE : ExitCode.UNDONE;
  }
}
