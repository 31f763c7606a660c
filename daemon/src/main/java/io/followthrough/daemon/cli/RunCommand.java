package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Supervisor;
import io.followthrough.daemon.app.Systemd;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the daemon, in the foreground. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs the daemon in the foreground until SIGTERM or SIGINT; SIGHUP has it read its file again.")
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Supervisor supervisor =
        new Supervisor(
            () -> config.load(terminal.environment(), terminal.features()),
            terminal.clock(),
            page -> terminal.out().println("followthrough runs; its page: " + page),
            Systemd.of(terminal.environment()));
    try (OnSignal signal = OnSignal.of(supervisor::stop)) {
      boolean reloads = OnHangup.listen(supervisor::reload);
      assert reloads || !System.getProperty("os.name").contains("Linux");
      supervisor.run();
      signal.ended();
    }
    return ExitCode.DONE;
  }
}
