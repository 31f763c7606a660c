package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Houses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;

/** The program's command line, for tests of other packages. */
public final class Program {
  private final Map<String, String> environment;
  private final InstantSource clock;

  /** A program with variables and a clock. */
  public Program(Map<String, String> environment, InstantSource clock) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  /** What a command came to. */
  public record Result(int exitCode, String out, String err) {}

  /** Runs one command to its end. */
  public Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            environment,
            Houses.features(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            clock);
    int exitCode = Main.commandLine(terminal).execute(arguments);
    return new Result(exitCode, out.toString(), err.toString());
  }
}
