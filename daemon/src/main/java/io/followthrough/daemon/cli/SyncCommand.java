package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.House;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.sync.Pauses;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sync}: one full cycle. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Runs one full cycle: reads documents, files, polls, follows up, delivers.")
final class SyncCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--only",
      paramLabel = "PATH|ITEM",
      description = {
        "One document as `status` shows it, or one item: its id, ticket or URL.",
        "All others are left as they are."
      })
  private @Nullable String only;

  SyncCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Houses.Delivering delivering =
        Houses.delivering(configuration, terminal.clock(), "sync", Optional.ofNullable(only))) {
      Instant now = terminal.clock().instant();
      CycleReport report = synced(delivering.house(), now);
      CycleText text = new CycleText(terminal.out());
      text.done(report);
      text.waiting(report.waiting());
      text.stopped(report.stopped());
      text.exposed(report.exposed());
      text.paused(delivering.house().ledger().read(books -> Pauses.active(books, now)));
      report.problems().forEach(terminal.err()::println);
      if (!report.problems().isEmpty()) {
        return ExitCode.UNDONE;
      }
      boolean waits = !report.waiting().isEmpty() || !report.stopped().isEmpty();
      return waits ? ExitCode.WAITING : ExitCode.DONE;
    }
  }

  private CycleReport synced(House house, Instant now) {
    SyncProgress progress =
        new SyncProgress(
            house.ledger(), terminal.clock(), SyncProgress.EVERY, terminal.err()::println);
    try {
      return house.sync(now);
    } finally {
      progress.close();
    }
  }
}
