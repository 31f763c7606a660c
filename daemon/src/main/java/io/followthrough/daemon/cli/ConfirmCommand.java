package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.House;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.ledger.Ledger;
import io.followthrough.plan.Change;
import io.followthrough.sync.Standstill;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code confirm}: a person says yes to what waits. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description = "Shows what waits for a person, and releases it.")
final class ConfirmCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--yes", description = "Answers yes, for scripts.")
  private boolean yes;

  ConfirmCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Instant now = terminal.clock().instant();
    List<Change> waiting;
    Map<String, String> stopped = new TreeMap<>();
    try (House rehearsal = Houses.rehearsal(configuration, terminal.clock())) {
      CycleReport report = rehearsal.mirror(now);
      report.problems().forEach(terminal.err()::println);
      waiting = report.waiting();
      for (String tracker : rehearsal.trackers().keySet()) {
        rehearsal
            .ledger()
            .read(books -> Standstill.of(books, tracker))
            .ifPresent(why -> stopped.put(tracker, why));
      }
    }
    CycleText text = new CycleText(terminal.out());
    text.waiting(waiting);
    text.stopped(stopped);
    if (waiting.isEmpty()) {
      terminal.out().println("No ticket waits. What is new may be written from now on:");
    }
    configuration.sources().forEach(it -> terminal.out().println("  source  " + it.name()));
    configuration.trackers().forEach(it -> terminal.out().println("  tracker " + it.name()));
    if (!yes && !answered()) {
      terminal.out().println("Nothing is released.");
      return ExitCode.WAITING;
    }
    try (Ledger ledger = Houses.open(configuration)) {
      Houses.confirm(configuration, ledger, waiting, now);
    }
    terminal.out().println("Confirmed. The next cycle writes it.");
    return ExitCode.DONE;
  }

  private boolean answered() {
    terminal.out().print("Release it? [y/N] ");
    terminal.out().flush();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      String answer = in.readLine();
      return answer != null
          && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
