package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Backups;
import io.followthrough.daemon.config.Configuration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: a copy back in the place of the store. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts a backup in the place of the store, while nobody delivers on it. What was there is"
            + " moved aside.")
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FILE", description = "What `backup` made.")
  private Path file = Path.of("");

  @Option(
      names = "--force",
      description = "Also where the store in place is newer than the backup, or cannot be read.")
  private boolean force;

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Backups.Restored restored =
        Backups.restore(configuration, file, force, terminal.clock().instant());
    terminal.out().println("restored " + BackupCommand.words(restored.copy()));
    restored.replaced().ifPresent(old -> terminal.out().println("what was there is now " + old));
    terminal
        .out()
        .println("`followthrough recover` learns from the trackers what happened since then");
    return ExitCode.DONE;
  }
}
