package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.CycleReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sync}: one full cycle. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Runs one full cycle: reads documents, files, polls, follows up, delivers.")
final class SyncCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  SyncCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Houses.Delivering delivering =
        Houses.delivering(configuration, terminal.clock(), "sync")) {
      CycleReport report = delivering.house().sync(terminal.clock().instant());
      CycleText text = new CycleText(terminal.out());
      text.done(report);
      text.waiting(report.waiting());
      report.problems().forEach(terminal.err()::println);
      if (!report.problems().isEmpty()) {
        return ExitCode.UNDONE;
      }
      return report.waiting().isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
    }
  }
}
