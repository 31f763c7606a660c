package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Backups;
import io.followthrough.daemon.config.Configuration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: a consistent copy of the store while the daemon runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copies the store as it is at one instant, also while the daemon runs.")
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "TARGET",
      description = "A file that is not there yet, or a folder. Nothing is overwritten.")
  private Path target = Path.of("");

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Backups.Copy copy = Backups.backup(configuration, target, terminal.clock().instant());
    terminal.out().println(words(copy));
    return ExitCode.DONE;
  }

  static String words(Backups.Copy copy) {
    return copy.file()
        + ": "
        + copy.items()
        + " items, "
        + copy.latest().map(at -> "as of " + at).orElse("and nothing has happened yet");
  }
}
