package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Brakes;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.ledger.Ledger;
import io.followthrough.sync.Pause;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code resume}: releases the brake. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Releases what `pause` stopped: what is named, or every brake.")
final class ResumeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private BrakeNames named = new BrakeNames();

  ResumeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Ledger ledger = Houses.open(configuration)) {
      Brakes brakes = new Brakes(configuration, ledger, terminal.clock().instant());
      List<Pause> released = brakes.release(named.names());
      released.forEach(pause -> terminal.out().println(pause.what() + " goes on."));
      if (released.isEmpty()) {
        terminal.out().println("That was not paused.");
      }
      new CycleText(terminal.out()).paused(brakes.active());
    }
    return ExitCode.DONE;
  }
}
