package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Brakes;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.item.Lapse;
import io.followthrough.ledger.Ledger;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pause}: the brake. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description =
        "Stops at once what is named, or everything: nothing is created there and nothing said,"
            + " until it is resumed. Documents and tickets are still read.")
final class PauseCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private BrakeNames named = new BrakeNames();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "For how long, such as 2d. Default: until it is resumed.")
  private @Nullable String length;

  PauseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Lapse> lapse = Optional.ofNullable(length).map(Lapse::parse);
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Ledger ledger = Houses.open(configuration)) {
      Brakes brakes = new Brakes(configuration, ledger, terminal.clock().instant());
      new CycleText(terminal.out()).paused(brakes.pull(named.names(), lapse));
    }
    return ExitCode.DONE;
  }
}
